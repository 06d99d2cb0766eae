/** Zip archives: bytes → entries, all of them checked; nothing is ever unpacked to a disk. */
export { parseZip } from './parse.ts';
export type { Archive, ArchiveFile } from './parse.ts';
