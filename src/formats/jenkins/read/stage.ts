import type { SourceFile, Span } from '../../../source/index.ts';
import type { GroovyBlock, GroovyCall } from '../../../syntax/groovy/index.ts';
import { argument, argumentsOf, callsOf, section, textOf } from './nodes.ts';

/** A stage, a branch of parallel ones, or a cell of a matrix. */
export interface Stage {
  readonly file: SourceFile;
  readonly name: string;
  /** `stage('name')`. */
  readonly header: Span;
  /** All that stands in it. */
  readonly body: GroovyBlock | undefined;
  /** Its body holds steps at once, not the sections of a declarative stage. */
  readonly scripted: boolean;
  readonly parent: Stage | undefined;
  readonly children: readonly Stage[];
  /** Its children run one after another. */
  readonly ordered: boolean;
  /** What a matrix says of this cell. */
  readonly matrix: ReadonlyMap<string, string>;
  /** What a scripted stage stands in, from the outside to the inside: `timeout`, `try`, `lock`. */
  readonly around: readonly GroovyCall[];
}

/** Cells of one matrix; more are not told apart. */
const CELLS = 50;
const NONE: ReadonlyMap<string, string> = new Map();

export function declarativeStages(
  file: SourceFile,
  block: GroovyBlock | undefined,
  parent: Stage | undefined,
): readonly Stage[] {
  return callsOf(block).flatMap((call): Stage[] => {
    if (call.name !== 'stage' || !call.body) return [];
    const children: Stage[] = [];
    const { body } = call;
    const matrix = section(body, 'matrix')?.body;
    const parallel = section(body, 'parallel')?.body;
    const stage: Stage = {
      file,
      name: textOf(argument(call, 'value') ?? argument(call, 'name')) ?? 'stage',
      header: headerOf(call),
      body,
      scripted: false,
      parent,
      children,
      ordered: !matrix && !parallel,
      matrix: parent?.matrix ?? NONE,
      around: [],
    };
    if (matrix) children.push(...cellsOf(file, matrix, stage));
    else children.push(...declarativeStages(file, parallel ?? section(body, 'stages')?.body, stage));
    return [stage];
  });
}

/** Without its body. */
export const headerOf = (call: GroovyCall): Span => ({
  start: call.nameSpan.start,
  end: call.args.length > 0 && call.body ? closingOf(call, call.body) : call.nameSpan.end,
});

/** The end of the last argument; the parenthesis after it is one more. */
function closingOf({ args, nameSpan }: GroovyCall, body: GroovyBlock): number {
  const end = args.at(-1)?.end ?? nameSpan.end;
  return Math.min(end + 1, body.start);
}

function cellsOf(file: SourceFile, matrix: GroovyBlock, parent: Stage): readonly Stage[] {
  let cells: ReadonlyMap<string, string>[] = [parent.matrix];
  for (const [name, values] of axesOf(section(matrix, 'axes')?.body)) {
    if (values.length === 0) continue;
    cells = cells.flatMap((cell) => values.map((value) => new Map([...cell, [name, value]]))).slice(0, CELLS);
  }
  const excluded = callsOf(section(matrix, 'excludes')?.body).map((one) => axesOf(one.body));
  const left = cells.filter((cell) => !excluded.some((axes) => axes.length > 0 && axes.every(matches(cell))));
  return left.map((cell) => {
    const children: Stage[] = [];
    const own = [...cell].filter(([name]) => !parent.matrix.has(name)).map(([, value]) => value);
    const stage: Stage = {
      ...parent,
      name: own.join(', ') || 'matrix',
      body: matrix,
      parent,
      children,
      ordered: true,
      matrix: cell,
    };
    children.push(...declarativeStages(file, section(matrix, 'stages')?.body, stage));
    return stage;
  });
}

type Axis = readonly [name: string, values: readonly string[], not: boolean];

function axesOf(block: GroovyBlock | undefined): readonly Axis[] {
  return callsOf(block).flatMap(({ name: word, body }): Axis[] => {
    const calls = callsOf(body);
    const named = calls.find(({ name }) => name === 'name');
    const valued = calls.find(({ name }) => name === 'values' || name === 'notValues');
    const name = named && textOf(argument(named, 'value'));
    if (word !== 'axis' || name === undefined || !valued) return [];
    const values = argumentsOf(valued).flatMap(({ value }) => textOf(value) ?? []);
    return [[name, values, valued.name === 'notValues']];
  });
}

const matches =
  (cell: ReadonlyMap<string, string>) =>
  ([name, values, not]: Axis): boolean =>
    values.includes(cell.get(name) ?? '') !== not;
