/** A field's values in the order in which they stand; numbers for what is a varint, bytes for everything with a length. */
export type Fields = ReadonlyMap<number, readonly (number | Uint8Array)[]>;

// https://protobuf.dev/programming-guides/encoding/
const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

/** The fields of a message by number; undefined when it is none. */
export function fieldsOf(bytes: Uint8Array): Fields | undefined {
  const fields = new Map<number, (number | Uint8Array)[]>();
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let factor = 1; at < bytes.length && factor < 2 ** 64; factor *= 128) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
    return -1;
  };
  while (at < bytes.length) {
    const tag = varint();
    if (tag < 0) return undefined;
    const type = tag % 8;
    let value: number | Uint8Array;
    if (type === VARINT) value = varint();
    else {
      const length = type === BYTES ? varint() : type === FIXED64 ? 8 : type === FIXED32 ? 4 : -1;
      if (length < 0 || at + length > bytes.length) return undefined;
      value = bytes.subarray(at, at + length);
      at += length;
    }
    if (value === -1) return undefined;
    const number = Math.floor(tag / 8);
    const list = fields.get(number);
    if (list) list.push(value);
    else fields.set(number, [value]);
  }
  return fields;
}

/** Fields that hold bytes: messages, texts. */
export function bytesIn(fields: Fields | undefined, number: number): readonly Uint8Array[] {
  return (fields?.get(number) ?? []).filter((value) => typeof value !== 'number');
}

/** The last value of a field that is a number, 0 when there is none. */
export function numberIn(fields: Fields | undefined, number: number): number {
  const value = fields?.get(number)?.at(-1);
  return typeof value === 'number' ? value : 0;
}

export function textIn(fields: Fields | undefined, number: number): string | undefined {
  const bytes = bytesIn(fields, number).at(-1);
  return bytes && new TextDecoder().decode(bytes);
}
