/** Paths → files, each with its syntax and format. */
export { filesBelow } from './below.ts';
export { discover } from './discover.ts';
export type { DiscoveredFile, Discovery, Claimed } from './discover.ts';
export { readText, readTextAgain } from './read.ts';
export type { WalkOptions } from './walk.ts';
export type { Comment } from './parsers.ts';
