import { known, type SubjectOf } from '../model/index.ts';
import type { Location } from '../source/index.ts';
import { isLiteralSecret, takesSecret, SHORTEST_SECRET } from './literal.ts';

/** What a variable of a pipeline or a task is given. */
export interface Given {
  readonly name: string;
  /** As it is written; undefined for what is no text or number. */
  readonly text: string | undefined;
  readonly at: Location;
}

/** A place in a file of maps and lists, as formats read it. */
export interface GivenNode {
  readonly written: string | undefined;
  readonly at: Location;
  readonly isMap: boolean;
  get(key: string): GivenNode;
  items(): readonly GivenNode[];
  entries(): readonly (readonly [key: string, node: GivenNode])[];
}

/** What a database that runs beside a job is started with ends with the job. */
const BESIDE =
  /^(?:ACCEPT|ARANGO|COUCHDB|DATABASE_TEST|ELASTIC|INFLUXDB|KEYCLOAK|MARIADB|MINIO|MONGO(?:DB)?|MSSQL|MYSQL|NEO4J|ORACLE|PG|POSTGRES(?:QL)?|RABBITMQ|REDIS|SA|TEST)_|_TEST_/i;
/** How many places of a file are looked at, also where aliases multiply them; nobody writes as many. */
const PLACES = 100_000;

/** What stands in a file below keys of these names: maps of variables, or lists of names and values. */
export function givenBelow(root: GivenNode, keys: ReadonlySet<string>): readonly Given[] {
  const found: Given[] = [];
  const waiting = [root];
  let left = PLACES;
  for (let node = waiting.pop(); node && left > 0; node = waiting.pop()) {
    left--;
    for (const item of node.items()) if (waiting.length < PLACES) waiting.push(item);
    for (const [key, child] of node.entries()) {
      if (keys.has(key)) for (const one of entriesOf(child)) found.push(one);
      if (waiting.length < PLACES) waiting.push(child);
    }
  }
  return found.sort((a, b) => a.at.span.start - b.at.span.start);
}

function entriesOf(node: GivenNode): readonly Given[] {
  const named = node.items().flatMap((item): [string, GivenNode][] => {
    const name = item.get('name').written ?? item.get('key').written;
    return name === undefined
      ? item.entries().map(([key, child]) => [key, child])
      : [[name, item.get('value')]];
  });
  return [...node.entries(), ...named].map(([name, child]) => {
    const value = child.isMap ? child.get('value') : child;
    return { name, text: value.written, at: value.at };
  });
}

/**
 * The secrets among what variables are given: written as they are, or filled in by what `variable` matches. What a
 * throw-away database takes is none, nor the same text elsewhere.
 */
export function givenSecrets(
  given: readonly Given[],
  format: string,
  variable: RegExp,
): readonly SubjectOf<'credential'>[] {
  const beside = new Set(given.flatMap(({ name, text }) => (BESIDE.test(name) && text ? [text] : [])));
  const places = new Set<number>();
  return given.flatMap(({ name, text = '', at }) => {
    if (!takesSecret(name) || beside.has(text) || BESIDE.test(name) || places.has(at.span.start)) return [];
    const filled = variable.test(text);
    if (!filled && (text.length < SHORTEST_SECRET || namesItself(text, name) || !isLiteralSecret(text)))
      return [];
    places.add(at.span.start);
    const { path } = at.file;
    return [
      {
        kind: 'credential' as const,
        id: `${path}:variables.${name}`,
        name: `${name} in ${path}`,
        format,
        location: at,
        facts: { literal: known(!filled, at), shown: known(false, at) },
      },
    ];
  });
}

/** `DB_PASSWORD_VALUE` stands where the password will be put. */
function namesItself(text: string, name: string): boolean {
  const plain = (one: string): string => one.toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain(text).includes(plain(name));
}
