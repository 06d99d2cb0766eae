import type { SourceFile } from '../../../source/index.ts';
import type { GroovyBlock, GroovyCall, GroovyStatement } from '../../../syntax/groovy/index.ts';
import { allCalls, argument, textOf } from './nodes.ts';
import { headerOf, type Stage } from './stage.ts';

const DEPTH = 50;

/**
 * The stages of a scripted pipeline in the order in which they are written. Steps that stand in no stage are one of
 * their own, and so is what runs in parallel; conditions around stages count as true.
 */
export function scriptedStages(file: SourceFile, body: GroovyBlock): readonly Stage[] {
  return stagesIn({ file, parent: undefined, around: [], depth: 0 }, body);
}

interface Walk {
  readonly file: SourceFile;
  readonly parent: Stage | undefined;
  readonly around: readonly GroovyCall[];
  readonly depth: number;
}

function stagesIn(walk: Walk, block: GroovyBlock): readonly Stage[] {
  const found: Stage[] = [];
  let loose: GroovyStatement[] = [];
  const flush = (): void => {
    const [first] = loose;
    const last = loose.at(-1);
    if (first && last) {
      const body: GroovyBlock = { kind: 'block', statements: loose, start: first.start, end: last.end };
      const header = first.value.kind === 'call' ? headerOf(first.value) : first;
      found.push(stageOf(walk, 'steps', header, body).stage);
    }
    loose = [];
  };
  for (const statement of block.statements) {
    const { value, defines } = statement;
    if (defines) continue;
    const calls = allCalls(value);
    const holds = calls.some(isGroup);
    if (!holds || value.kind !== 'call' || walk.depth > DEPTH) {
      if (calls.some(({ called }) => called)) loose.push(statement);
      continue;
    }
    flush();
    found.push(...stagesOfCall(walk, value));
  }
  flush();
  return found;
}

/** A stage, or branches that are written where they run. */
const isGroup = (call: GroovyCall): boolean =>
  call.name === 'stage' ? call.body !== undefined : call.name === 'parallel' && branchesOf(call).length > 0;

function stagesOfCall(walk: Walk, call: GroovyCall): readonly Stage[] {
  const { name, body } = call;
  if (name === 'stage' && body) {
    const title = textOf(argument(call, 'value') ?? argument(call, 'name')) ?? 'stage';
    return [nested(walk, title, headerOf(call), body)];
  }
  if (isGroup(call)) {
    const { stage, children } = stageOf(walk, 'parallel', call.nameSpan, undefined, false);
    for (const branch of branchesOf(call)) {
      const inner = { ...walk, parent: stage, around: [], depth: walk.depth + 1 };
      children.push(nested(inner, branch.name, branch, branch.body));
    }
    return [stage];
  }
  const next = { ...walk, around: [...walk.around, call], depth: walk.depth + 1 };
  return body ? stagesIn(next, body) : [];
}

/** A stage that consists of others when it holds such. */
function nested(walk: Walk, name: string, header: { start: number; end: number }, body: GroovyBlock): Stage {
  if (!allCalls(body).some(isGroup) || walk.depth > DEPTH) return stageOf(walk, name, header, body).stage;
  const { stage, children } = stageOf(walk, name, header, undefined);
  children.push(...stagesIn({ ...walk, parent: stage, around: [], depth: walk.depth + 1 }, body));
  return stage;
}

function stageOf(
  { file, parent, around }: Walk,
  name: string,
  header: { readonly start: number; readonly end: number },
  body: GroovyBlock | undefined,
  ordered = true,
): { readonly stage: Stage; readonly children: Stage[] } {
  const children: Stage[] = [];
  const { start, end } = header;
  const stage: Stage = {
    file,
    name,
    header: { start, end },
    body,
    scripted: true,
    parent,
    children,
    ordered,
    matrix: new Map(),
    around,
  };
  return { stage, children };
}

/** `parallel a: { … }, b: { … }`, also of a map. */
function branchesOf(
  call: GroovyCall,
): readonly { name: string; start: number; end: number; body: GroovyBlock }[] {
  const [only] = call.args;
  const items = only?.value.kind === 'list' ? only.value.items : call.args;
  return items.flatMap(({ name, value, start }) => {
    if (name === undefined || value.kind !== 'block') return [];
    return [{ name, start, end: value.start, body: value }];
  });
}
