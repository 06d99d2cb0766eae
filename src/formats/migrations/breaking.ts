import type { SqlStatement, SqlToken } from '../../syntax/sql/index.ts';

const OBJECTS: ReadonlySet<string> = new Set(['TABLE', 'VIEW', 'SCHEMA', 'DATABASE', 'MATERIALIZED']);
/** What an old version does not miss when it is dropped or renamed. */
const UNSEEN: ReadonlySet<string> = new Set([
  'CONSTRAINT',
  'INDEX',
  'KEY',
  'PRIMARY',
  'FOREIGN',
  'CHECK',
  'UNIQUE',
  'PARTITION',
  'TRIGGER',
  'STATISTICS',
]);
/** Give a new column a value where an old version gives it none. */
const FILLED: ReadonlySet<string> = new Set([
  'DEFAULT',
  'GENERATED',
  'IDENTITY',
  'AUTO_INCREMENT',
  'SERIAL',
  'BIGSERIAL',
  'SMALLSERIAL',
  'AUTOINCREMENT',
]);

/** Parts of statements after which the version before does not run: of each a span in the file. */
export function breakingParts(statements: readonly SqlStatement[]): readonly (readonly SqlToken[])[] {
  const own = new Set(statements.flatMap(({ tokens }) => createdBy(tokens) ?? []));
  return statements.flatMap(({ tokens }) => {
    const [first, second] = tokens.map(({ text }) => text);
    if (first === 'TRUNCATE') return isOwn(tokens, 1, own) ? [] : [tokens];
    if (first === 'DELETE')
      return tokens.some(({ text }) => text === 'WHERE') || isOwn(tokens, 2, own) ? [] : [tokens];
    if (first === 'DROP' && OBJECTS.has(second ?? '')) return isOwn(tokens, 2, own) ? [] : [tokens];
    return first === 'ALTER' && second === 'TABLE' ? alterations(tokens, own) : [];
  });
}

/** The name of a table or view that a statement makes. */
function createdBy(tokens: readonly SqlToken[]): string | undefined {
  if (tokens[0]?.text !== 'CREATE') return undefined;
  const at = tokens.findIndex(({ text }) => OBJECTS.has(text));
  return at < 0 || at > 5 ? undefined : nameAt(tokens, at + 1)?.name;
}

function isOwn(tokens: readonly SqlToken[], at: number, own: ReadonlySet<string>): boolean {
  const name = nameAt(tokens, at)?.name;
  return name !== undefined && own.has(name);
}

const BEFORE_NAMES: ReadonlySet<string> = new Set([
  'IF',
  'NOT',
  'EXISTS',
  'ONLY',
  'TABLE',
  'VIEW',
  'FROM',
  'CONCURRENTLY',
]);

/** The last part of a name, without regard to case, and where what follows it begins. */
function nameAt(
  tokens: readonly SqlToken[],
  start: number,
): { readonly name: string; readonly next: number } | undefined {
  let at = start;
  while (tokens[at]?.kind === 'word' && BEFORE_NAMES.has(tokens[at]?.text ?? '')) at++;
  while (tokens[at + 1]?.text === '.') at += 2;
  const token = tokens[at];
  return token && { name: token.text.toUpperCase(), next: at + 1 };
}

function alterations(
  tokens: readonly SqlToken[],
  own: ReadonlySet<string>,
): readonly (readonly SqlToken[])[] {
  const table = nameAt(tokens, 2);
  if (!table || own.has(table.name)) return [];
  return actionsFrom(tokens, table.next).filter(breaks);
}

/** What stands between commas, those in parentheses aside. */
function actionsFrom(tokens: readonly SqlToken[], start: number): readonly (readonly SqlToken[])[] {
  const actions: SqlToken[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(start)) {
    if (token.text === '(') depth++;
    if (token.text === ')') depth--;
    if (token.text === ',' && depth === 0) actions.push([]);
    else actions.at(-1)?.push(token);
  }
  return actions;
}

function breaks(action: readonly SqlToken[]): boolean {
  const words = action.map(({ kind, text }) => (kind === 'word' ? text : ''));
  const [first, second = ''] = words;
  if (first === 'DROP' || first === 'RENAME') return !UNSEEN.has(second);
  if (first === 'CHANGE') return changesName(action);
  if (first !== 'ADD' || UNSEEN.has(second)) return false;
  const required = words.some((word, index) => word === 'NOT' && words[index + 1] === 'NULL');
  return required && !words.some((word) => FILLED.has(word));
}

/** MySQL's `CHANGE a b int`, which also serves to change the type only. */
function changesName(action: readonly SqlToken[]): boolean {
  const [old, next] = action
    .slice(action[1]?.text === 'COLUMN' ? 2 : 1)
    .map(({ text }) => text.toUpperCase());
  return old !== next;
}
