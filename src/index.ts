/** Planproof as a library: the same check as the command line, over any host. */
export { check } from './run/index.ts';
export type { CheckOptions } from './run/index.ts';
export { memoryHost, nodeHost } from './io/index.ts';
export type { DirectoryEntry, Host, ReadResult } from './io/index.ts';
export { PlanproofError } from './errors/index.ts';
export { reporters } from './reporters/index.ts';
export type { Reporter, RenderOptions } from './reporters/index.ts';
export type { Report } from './assess/index.ts';
