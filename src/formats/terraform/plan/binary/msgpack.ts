import type { Value } from '../../../../cloud/index.ts';
import type { Location } from '../../../../source/index.ts';
import {
  boolAt,
  mappingAt,
  nullAt,
  numberAt,
  sequenceAt,
  stringAt,
  unknownAt,
} from '../../../../cloud/index.ts';

const MAX_DEPTH = 200;

/** A planned value as Terraform packs it; undefined when it is not packed so. Unknown ones say `name` in their reason. */
export function unpack(bytes: Uint8Array, at: Location, name: string): Value | undefined {
  try {
    const reader = new Reader(bytes, at);
    return reader.value(name, 0);
  } catch (error) {
    // A length that leads behind the end.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** https://github.com/msgpack/msgpack/blob/master/spec.md */
class Reader {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly place: Location;
  private at = 0;

  constructor(bytes: Uint8Array, place: Location) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.place = place;
  }

  value(name: string, depth: number): Value {
    if (depth > MAX_DEPTH) throw new RangeError('nested too deeply');
    const code = this.uint(1);
    if (code < 0x80) return numberAt(this.place, code);
    if (code < 0x90) return this.map(code & 0x0f, name, depth);
    if (code < 0xa0) return this.list(code & 0x0f, name, depth);
    if (code < 0xc0) return this.text(code & 0x1f);
    if (code >= 0xe0) return numberAt(this.place, code - 0x100);
    return this.long(code, name, depth);
  }

  private long(code: number, name: string, depth: number): Value {
    // Where there are several lengths of a type, their codes follow each other.
    if (code >= 0xcc && code <= 0xcf) return numberAt(this.place, this.uint(2 ** (code - 0xcc)));
    if (code >= 0xd0 && code <= 0xd3) return numberAt(this.place, this.int(2 ** (code - 0xd0)));
    if (code >= 0xd9 && code <= 0xdb) return this.text(this.uint(2 ** (code - 0xd9)));
    if (code === 0xdc || code === 0xdd) return this.list(this.uint(2 ** (code - 0xdb)), name, depth);
    if (code === 0xde || code === 0xdf) return this.map(this.uint(2 ** (code - 0xdd)), name, depth);
    switch (code) {
      case 0xc0:
        return nullAt(this.place);
      case 0xc2:
      case 0xc3:
        return boolAt(this.place, code === 0xc3);
      case 0xca:
        return numberAt(this.place, this.view.getFloat32(this.skip(4)));
      case 0xcb:
        return numberAt(this.place, this.view.getFloat64(this.skip(8)));
      default:
        return this.extension(code, name);
    }
  }

  /** Terraform packs as extensions what is known after apply, with or without what is known of it. */
  private extension(code: number, name: string): Value {
    if (code >= 0xd4 && code <= 0xd8) this.skip(1 + 2 ** (code - 0xd4));
    else if (code >= 0xc7 && code <= 0xc9) this.skip(1 + this.uint(2 ** (code - 0xc7)));
    else throw new RangeError('no such type');
    return unknownAt(this.place, `${name} is known after apply`);
  }

  /** A value of any type is a list of its type, as bytes, and itself. */
  private list(length: number, name: string, depth: number): Value {
    if (length === 2 && this.bytes[this.at] === 0xc4) {
      this.at++;
      this.skip(this.uint(1));
      return this.value(name, depth + 1);
    }
    if (length === 2 && this.bytes[this.at] === 0xc5) {
      this.at++;
      this.skip(this.uint(2));
      return this.value(name, depth + 1);
    }
    const items: Value[] = [];
    for (let index = 0; index < length; index++) items.push(this.value(`${name}[${index}]`, depth + 1));
    return sequenceAt(this.place, 'tuple', items);
  }

  private map(length: number, name: string, depth: number): Value {
    const entries = new Map<string, Value>();
    for (let index = 0; index < length; index++) {
      const key = this.value(name, depth + 1);
      if (key.kind !== 'string') throw new RangeError('a key is no text');
      entries.set(key.value, this.value(`${name}.${key.value}`, depth + 1));
    }
    return mappingAt(this.place, 'object', entries);
  }

  private text(length: number): Value {
    const start = this.skip(length);
    return stringAt(this.place, new TextDecoder().decode(this.bytes.subarray(start, start + length)));
  }

  private int(size: number): number {
    const unsigned = this.uint(size);
    return unsigned >= 2 ** (size * 8 - 1) ? unsigned - 2 ** (size * 8) : unsigned;
  }

  private uint(size: number): number {
    let value = 0;
    for (let start = this.skip(size), index = 0; index < size; index++)
      value = value * 256 + (this.bytes[start + index] ?? 0);
    return value;
  }

  /** Where what is skipped begins. */
  private skip(length: number): number {
    const start = this.at;
    this.at += length;
    if (this.at > this.bytes.length) throw new RangeError('it ends too early');
    return start;
  }
}
