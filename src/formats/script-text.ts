import { isCloudKey } from '../delivery/index.ts';
import { known, type Fact } from '../model/index.ts';
import type { Location, Span } from '../source/index.ts';
import { assignmentOf, parseShell } from '../syntax/shell/index.ts';
import type { DataNode } from './data-node.ts';

/** A line of a script, or several, and where its parts stand. */
export interface ScriptLine {
  readonly text: string;
  readonly placeOf: (span: Span) => Location;
}

interface Piece extends ScriptLine {
  readonly start: number;
}

/**
 * Lines that run one after another in one shell, as one script that knows where each of them stands.
 * @param otherwise the place of what stands in no line
 */
export function joinedLines(lines: readonly ScriptLine[], otherwise: Location): ScriptLine {
  const pieces: Piece[] = [];
  let text = '';
  for (const line of lines) {
    pieces.push({ ...line, start: text.length });
    text += `${line.text}\n`;
  }
  return {
    text,
    placeOf: ({ start, end }) => {
      const piece = pieceAt(pieces, start);
      if (!piece) return otherwise;
      const last = Math.min(end - piece.start, piece.text.length);
      return piece.placeOf({ start: start - piece.start, end: Math.max(last, start - piece.start) });
    },
  };
}

/** The last piece that begins before a place, or there. */
function pieceAt(pieces: readonly Piece[], at: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

/** The value of each variable that a script sets; itself when that is sometimes this, sometimes that. */
export function assignedIn(script: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { assignments, words } of parseShell(script).commands) {
    const exported =
      words[0]?.text === 'export' ? words.slice(1).flatMap((word) => assignmentOf(word) ?? []) : [];
    for (const { name, value } of [...assignments, ...exported])
      values.set(name, (values.get(name) ?? value) === value ? value : `\${${name}}`);
  }
  return values;
}

/** The same for one variable, read when it is first asked for. */
export function ownValues(scriptOf: () => string): (name: string) => string | undefined {
  let assigned: ReadonlyMap<string, string> | undefined;
  return (name) => (assigned ??= assignedIn(scriptOf())).get(name);
}

/** A word that a shell replaces by one variable and nothing else. */
const WHOLE = /^\$(?:([a-z_]\w*)|\{([a-z_]\w*)\})$/i;
/** What holds the path of a file says nothing of the key in it. */
const PATH = /^(?:KUBECONFIG|GOOGLE_APPLICATION_CREDENTIALS)$/;

/**
 * Variables from outside of a script that it takes as a cloud's key: `PROD_KEY` of `export AWS_ACCESS_KEY_ID=$PROD_KEY`.
 * None where it sets a session's token beside them: such keys are short-lived.
 */
export function keysFromOutside(assigned: ReadonlyMap<string, string>): ReadonlySet<string> {
  const keys = new Set<string>();
  if ([...assigned.keys()].some((name) => name.endsWith('SESSION_TOKEN'))) return keys;
  for (const [name, value] of assigned) {
    const [, bare, braced] = WHOLE.exec(value) ?? [];
    const from = bare ?? braced;
    if (from !== undefined && isCloudKey(name) && !PATH.test(name) && !assigned.has(from)) keys.add(from);
  }
  return keys;
}

/** The variables of a container as Kubernetes has them, as far as their values are written. */
export function environmentOf(
  container: DataNode,
  fill: (text: string) => string,
): readonly (readonly [name: string, value: string])[] {
  return container
    .get('env')
    .items()
    .flatMap((one) => {
      const name = one.get('name').text;
      const { text } = one.get('value');
      return name === undefined || text === undefined ? [] : [[name, fill(text)] as const];
    });
}

/** A long-lived key of a cloud among the variables of containers, from a Secret of the cluster. */
export function keyAmong(
  containers: readonly DataNode[],
  at: Location,
): Fact<'federated' | 'static' | 'none'> {
  for (const container of containers) {
    const key = container
      .get('env')
      .items()
      .find((one) => isCloudKey(one.get('name').text ?? '') && one.get('valueFrom', 'secretKeyRef').isMap);
    if (key) return known('static', key.get('name').at);
  }
  return known('none', at);
}

/** What a shell asks Git for the commit by. */
const COMMIT = /\$\(git rev-parse [^()]*HEAD\)|`git rev-parse [^`]*HEAD`/g;

/** Puts the system's own word for the commit where a script asks Git for it. */
export const withCommit = (text: string, word: string): string => text.replace(COMMIT, () => word);
