/**
 * A tolerant reader of SQL: statements as words and signs, with their places.
 *
 * Limits: no dialect is known, so that a backslash ends no text and `DELIMITER` is a word; what stands in quoted bodies of
 * functions is one text.
 */
export { parseSql } from './parse.ts';
export type { SqlComment, SqlFile, SqlStatement, SqlToken } from './tree.ts';
