import { createHash } from 'node:crypto';
import { type Functions, FunctionProblem, simple, type FunctionSpec, type Call, textOf } from '../define.ts';
import { computed, stringAt } from '../../../../../cloud/index.ts';
import { fileText } from '../files/files.ts';

export const HASH_FUNCTIONS: Functions = {
  base64sha256: hashed('sha256', 'base64'),
  base64sha512: hashed('sha512', 'base64'),
  filebase64sha256: fileHashed('sha256', 'base64'),
  filebase64sha512: fileHashed('sha512', 'base64'),
  filemd5: fileHashed('md5', 'hex'),
  filesha1: fileHashed('sha1', 'hex'),
  filesha256: fileHashed('sha256', 'hex'),
  filesha512: fileHashed('sha512', 'hex'),
  md5: hashed('md5', 'hex'),
  sha1: hashed('sha1', 'hex'),
  sha256: hashed('sha256', 'hex'),
  sha512: hashed('sha512', 'hex'),
  uuidv5: simple(['string', 'string'], uuidOfName),
};

function digest(algorithm: string, text: string, encoding: 'hex' | 'base64'): string {
  return createHash(algorithm).update(text, 'utf8').digest(encoding);
}

function hashed(algorithm: string, encoding: 'hex' | 'base64'): FunctionSpec {
  return simple(['string'], (text) => digest(algorithm, text, encoding));
}

function fileHashed(algorithm: string, encoding: 'hex' | 'base64'): FunctionSpec {
  return {
    min: 1,
    max: 1,
    run: ([path], call: Call) => {
      const text = fileText(path ? textOf(path) : '', call);
      return computed(stringAt(call.at, digest(algorithm, text, encoding)), path ? [path] : []);
    },
  };
}

const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['dns', '6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
  ['url', '6ba7b811-9dad-11d1-80b4-00c04fd430c8'],
  ['oid', '6ba7b812-9dad-11d1-80b4-00c04fd430c8'],
  ['x500', '6ba7b814-9dad-11d1-80b4-00c04fd430c8'],
]);

/** RFC 4122, version 5. */
function uuidOfName(namespace: string, name: string): string {
  const digits = (NAMESPACES.get(namespace) ?? namespace).replaceAll('-', '');
  if (!/^[\da-f]{32}$/i.test(digits))
    throw new FunctionProblem(`"${namespace.slice(0, 60)}" is not a namespace`);
  const bytes = createHash('sha1').update(Buffer.from(digits, 'hex')).update(name, 'utf8').digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
