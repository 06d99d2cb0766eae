/** LogQL: expression → the streams of logs that it reads, what it keeps of them, and what it makes of that. */
export { parseLogQuery } from './parse.ts';
export type { LineFilter, LogQuery, LogStream } from './query.ts';
