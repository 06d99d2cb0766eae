import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('decode', () => {
  it('reads UTF-8 and leaves a byte-order mark out', () => {
    expect(decode(bytes(0xef, 0xbb, 0xbf, 0x61, 0xc3, 0xa4))).toEqual({ ok: true, text: 'aä' });
  });

  it('reads UTF-16 in both byte orders when a mark says so', () => {
    expect(decode(bytes(0xff, 0xfe, 0x61, 0, 0xe4, 0))).toEqual({ ok: true, text: 'aä' });
    expect(decode(bytes(0xfe, 0xff, 0, 0x61, 0, 0xe4))).toEqual({ ok: true, text: 'aä' });
  });

  it('names the first byte that is not UTF-8', () => {
    expect(decode(bytes(0x61, 0x62, 0xe4, 0x63))).toEqual({ ok: false, problem: 'encoding', offset: 2 });
    expect(decode(bytes(0xef, 0xbf, 0xbd, 0xff))).toEqual({ ok: false, problem: 'encoding', offset: 3 });
    expect(decode(bytes(0x61, 0xc3))).toEqual({ ok: false, problem: 'encoding', offset: 1 });
  });

  it('takes a zero byte near the start for a sign of a binary file', () => {
    expect(decode(bytes(0x7f, 0x45, 0, 1))).toEqual({ ok: false, problem: 'binary', offset: 2 });
  });

  it('reads an empty file', () => {
    expect(decode(bytes())).toEqual({ ok: true, text: '' });
  });
});
