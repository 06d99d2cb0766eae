import { isIP } from 'node:net';

export const netBuiltins = {
  'net.cidr_is_valid': (text: unknown): boolean => {
    if (typeof text !== 'string') return false;
    const [, address = '', bits = ''] = /^([^/%]+)\/(\d{1,3})$/.exec(text) ?? [];
    const version = isIP(address);
    return version !== 0 && Number(bits) <= (version === 4 ? 32 : 128);
  },
};
