export const netBuiltins = {
  'net.cidr_is_valid': (text: unknown): boolean => {
    if (typeof text !== 'string') return false;
    const [, address = '', bits = ''] = /^([^/%]+)\/(\d{1,3})$/.exec(text) ?? [];
    // Few policies ask; loading the network for all of them would cost as much as reading a hundred files.
    const version = process.getBuiltinModule('node:net').isIP(address);
    return version !== 0 && Number(bits) <= (version === 4 ? 32 : 128);
  },
};
