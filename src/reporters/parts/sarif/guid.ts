import { createHash } from 'node:crypto';

/** The name space for URLs and URNs of RFC 9562, appendix C. */
const NAME_SPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/** A name-based UUID (version 5): the same thing has the same one in every run. */
export function guidOf(kind: string, name: string): string {
  const hash = createHash('sha1').update(NAME_SPACE).update(`urn:planproof:${kind}:${name}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** An identity that stays when lines move: SHA-256 over its parts, hex. */
export function identityOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}
