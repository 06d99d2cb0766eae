import { FunctionProblem } from '../define.ts';

/** IANA's names that Terraform knows beside Unicode, and that have a byte for each character. */
const SINGLE_BYTE =
  /^(?:us-ascii|iso-8859-(?:[2-8]|10|1[3-6])|windows-125[0-8]|windows-874|koi8-[ru]|ibm866|macintosh)$/;

export function encodeText(text: string, encoding: string): Buffer {
  const name = encoding.toLowerCase();
  switch (name) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'utf-16':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    default:
      return Buffer.from(Array.from(text, (character) => byteOf(character, name)));
  }
}

export function decodeBytes(bytes: Buffer, encoding: string): string {
  const name = encoding.toLowerCase();
  if (name === 'iso-8859-1') return bytes.toString('latin1');
  if (!/^utf-(?:8|16(?:le|be)?)$/.test(name) && !SINGLE_BYTE.test(name)) throw unsupported(name);
  return new TextDecoder(name === 'utf-16' ? 'utf-16be' : name).decode(bytes);
}

function byteOf(character: string, name: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (name === 'iso-8859-1' ? code < 256 : code < 128 && SINGLE_BYTE.test(name)) return code;
  if (name !== 'iso-8859-1' && !SINGLE_BYTE.test(name)) throw unsupported(name);
  const decoder = name === 'iso-8859-1' ? undefined : new TextDecoder(name);
  for (let byte = 128; decoder && byte < 256; byte++)
    if (decoder.decode(Uint8Array.of(byte)) === character) return byte;
  throw new FunctionProblem(`the encoding "${name}" has no "${character}"`);
}

function unsupported(name: string): FunctionProblem {
  return new FunctionProblem(`the encoding "${name.slice(0, 40)}" is not supported here`, true);
}
