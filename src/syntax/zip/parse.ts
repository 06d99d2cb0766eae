import { crc32, inflateRawSync } from 'node:zlib';
import type { Diagnostic, SourceFile } from '../../source/index.ts';

/** A zip archive: what it holds, by name. */
export interface Archive {
  readonly file: SourceFile;
  readonly entries: ReadonlyMap<string, Uint8Array>;
}

export interface ArchiveFile {
  /** Absent when any of it cannot be read. */
  readonly archive?: Archive;
  readonly diagnostics: readonly Diagnostic[];
}

/** So much do all entries hold together at most; a small archive can be made to unfold to more than memory holds. */
const MAX_TOTAL = 64 * 1024 * 1024;
const MAX_ENTRIES = 10_000;

// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3
const END = { signature: 0x06054b50, size: 22, maxComment: 0xffff };
const CENTRAL = { signature: 0x02014b50, size: 46 };
const LOCAL = { signature: 0x04034b50, size: 30 };
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** Reads all of an archive, or says why that is not possible. Never throws. */
export function parseZip(file: SourceFile, bytes: Uint8Array): ArchiveFile {
  const read = readEntries(bytes);
  if (typeof read !== 'string') return { archive: { file, entries: read }, diagnostics: [] };
  return { diagnostics: [{ code: 'zip/unreadable', level: 'error', message: read, path: file.path }] };
}

/** The entries, or a sentence about what is wrong. */
function readEntries(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) return 'It is no zip archive, or its end is missing.';
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) return `The archive has ${count} entries, and at most ${MAX_ENTRIES} are read.`;
  const entries = new Map<string, Uint8Array>();
  let at = view.getUint32(end + 16, true);
  let left = MAX_TOTAL;
  for (let index = 0; index < count; index++) {
    if (!isAt(view, at, CENTRAL)) return 'The list of the archive is broken.';
    const entry = entryAt(view, bytes, at);
    if (!isTame(entry.name) || entries.has(entry.name))
      return `The archive has an entry that no honest one has: ${JSON.stringify(entry.name)}.`;
    left -= entry.size;
    if (left < 0) return `The archive holds more than ${MAX_TOTAL} bytes.`;
    const content = contentOf(view, bytes, entry);
    if (!content) return `The entry ${entry.name} of the archive is broken.`;
    if (!entry.name.endsWith('/')) entries.set(entry.name, content);
    at = entry.next;
  }
  return entries;
}

function endOf(view: DataView): number {
  const last = view.byteLength - END.size;
  for (let at = last; at >= Math.max(0, last - END.maxComment); at--)
    if (view.getUint32(at, true) === END.signature) return at;
  return -1;
}

function isAt(view: DataView, at: number, { signature, size }: typeof LOCAL): boolean {
  return at + size <= view.byteLength && view.getUint32(at, true) === signature;
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly header: number;
  readonly next: number;
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): Entry {
  const nameEnd = at + CENTRAL.size + view.getUint16(at + 28, true);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + CENTRAL.size, nameEnd)),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    header: view.getUint32(at + 42, true),
    next: nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
  };
}

function isTame(name: string): boolean {
  return name !== '' && !/[\\\0:]/.test(name) && !name.startsWith('/') && !name.split('/').includes('..');
}

function contentOf(view: DataView, bytes: Uint8Array, entry: Entry): Uint8Array | undefined {
  const { header, packed, size, method, flags } = entry;
  if (!isAt(view, header, LOCAL) || (flags & ENCRYPTED) !== 0) return undefined;
  const start = header + LOCAL.size + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + packed > bytes.byteLength) return undefined;
  const data = bytes.subarray(start, start + packed);
  const content = method === STORED ? data : method === DEFLATED ? inflated(data, size) : undefined;
  return content?.byteLength === size && crc32(content) === entry.checksum ? content : undefined;
}

function inflated(data: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}
