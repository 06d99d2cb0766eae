/** The kinds of files that Planproof understands. */
export { formats } from './all.ts';
export type { Documents, Format, FormatContext, FormatOf, Normalized, Syntax } from './format.ts';
export { normalizeDocuments } from './handed.ts';
export { withUniqueIds } from './unique-ids.ts';
