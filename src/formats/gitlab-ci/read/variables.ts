import { assignedIn } from '../../script-text.ts';
import type { JobRun } from '../pipeline/run.ts';
import { scriptOf } from './script.ts';
import type { Value } from './value.ts';

/** One variable in a text, as GitLab and shells write it. */
export const VARIABLE: Readonly<RegExp> = /\$(?:[a-z_]\w*|\{[a-z_]\w*(?:[:#%/^,][^{}]*)?\}|\[\[[^\]]*\]\])/gi;

const NAME = /^\$\{?(\w+)/;
const COMMIT = /\$\(git rev-parse [^()]*HEAD\)|`git rev-parse [^`]*HEAD`/g;

/** Values of one text, and how often variables are followed for it over all values. */
const OPTIONS = 64;
const BUDGET = 200;
const DEPTH = 8;
const LENGTH = 4_000;

/** The texts that a text with variables may become, by the pipeline and the matrix; others stay as they are written. */
export function resolveText(text: string, run: JobRun): readonly string[] {
  return expand(text, run, new Map(), DEPTH, { left: BUDGET });
}

/** The same for a word of the job's script, which may set variables itself. */
export function resolveWord(word: string, run: JobRun): readonly string[] {
  if (!/[$`]/.test(word)) return [word];
  return expand(word.replace(COMMIT, '$CI_COMMIT_SHA'), run, assignedBy(run), DEPTH, { left: BUDGET });
}

function expand(
  text: string,
  run: JobRun,
  assigned: ReadonlyMap<string, string>,
  depth: number,
  budget: { left: number },
): readonly string[] {
  let texts: string[] = [''];
  let at = 0;
  for (const match of text.matchAll(VARIABLE)) {
    const before = text.slice(at, match.index);
    at = match.index + match[0].length;
    const values = valuesOf(match[0], run, assigned, depth, budget);
    texts = texts.flatMap((head) => values.map((value) => head + before + value)).slice(0, OPTIONS);
  }
  const tail = text.slice(at);
  const whole = [...new Set(texts.map((head) => head + tail))];
  return whole.some((one) => one.length > LENGTH) ? [text] : whole;
}

function valuesOf(
  whole: string,
  run: JobRun,
  assigned: ReadonlyMap<string, string>,
  depth: number,
  budget: { left: number },
): readonly string[] {
  const name = NAME.exec(whole)?.[1];
  if (name === undefined || depth <= 0 || budget.left-- <= 0) return [whole];
  const own = assigned.get(name);
  const values = own === undefined ? given(name, run) : [own];
  if (
    values.length === 0 ||
    values.some((value) => value.includes(`$${name}`) || value.includes(`\${${name}`))
  )
    return [whole];
  return values.flatMap((value) => expand(value, run, assigned, depth - 1, budget)).slice(0, OPTIONS);
}

/** Values of a matrix come first, then the job's variables, the pipeline's, and those that its trigger hands down. */
function given(name: string, run: JobRun): readonly string[] {
  const { config, caller } = run.plan;
  const matrix = matrixValues(config.job(run.name).get('parallel', 'matrix'), name);
  if (matrix.length > 0) return matrix;
  const value = config.variable(run.name, name)?.text;
  if (value !== undefined) return [value];
  const ruled = ruleValue(run, name);
  if (ruled !== undefined) return [ruled];
  return caller ? given(name, caller) : [];
}

const MATRIX = 200;

function matrixValues(matrix: Value, name: string): readonly string[] {
  const values = matrix
    .values()
    .slice(0, MATRIX)
    .flatMap((row) => row.get(name).texts());
  return [...new Set(values)].slice(0, OPTIONS);
}

/** A variable that only one rule sets. */
function ruleValue({ plan, name: job }: JobRun, name: string): string | undefined {
  const rules = plan.config.job(job).get('rules').values().slice(0, MATRIX);
  const values = new Set(rules.flatMap((rule) => rule.get('variables', name).text ?? []));
  return values.size === 1 ? [...values][0] : undefined;
}

const seen = new WeakMap<JobRun, ReadonlyMap<string, string>>();

/** The value of each variable that a job's script sets. */
export function assignedBy(run: JobRun): ReadonlyMap<string, string> {
  const made = seen.get(run) ?? assignedIn(scriptOf(run).text);
  seen.set(run, made);
  return made;
}
