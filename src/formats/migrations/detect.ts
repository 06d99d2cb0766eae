import type { SqlFile } from '../../syntax/sql/index.ts';

/** Discovery reads SQL only in files that are named as migrations are. */
export function detect({ statements, comments }: SqlFile): boolean {
  return statements.length > 0 || comments.length > 0;
}
