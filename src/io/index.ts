/** Disk and clock, behind one interface. */
export { userCache } from './cache.ts';
export type { Cache } from './cache.ts';
export type { DirectoryEntry, Host, ReadResult } from './host.ts';
export { decode } from './decode.ts';
export type { Decoded } from './decode.ts';
export { memoryHost } from './memory.ts';
export { nodeHost } from './node.ts';
export { tidyMemory } from './tidy.ts';
