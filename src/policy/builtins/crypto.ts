import { createHash } from 'node:crypto';

export const cryptoBuiltins = {
  'crypto.sha256': (text: string): string => createHash('sha256').update(text).digest('hex'),
};
