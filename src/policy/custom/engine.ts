import { mistakes } from '../../errors/index.ts';
import type { Evaluation, RuleEvaluation } from '../evaluation.ts';
import type { EvaluationRequest, PolicyAssets } from '../evaluate/engine.ts';
import type { Rule } from '../rule.ts';
import type { Answers, EvaluationJob } from './job.ts';
import { LIMITS, type Limits } from './limits.ts';
import { onThread } from './thread.ts';

/**
 * Evaluates a team's own rules one by one on another thread. One that takes too long, or more memory than there is,
 * fails as one that traps does; the others keep what they said, or are evaluated on a fresh thread.
 */
export async function evaluateCustomPolicies(
  source: string,
  { wasm, rules }: PolicyAssets,
  { rules: asked, ...rest }: EvaluationRequest,
  limits: Limits = LIMITS,
): Promise<Evaluation> {
  const ids = new Set(asked);
  const kinds = new Set(['plan', ...rules.flatMap(({ appliesTo, uses }) => [...appliesTo, ...uses])]);
  const subjects = rest.subjects.flatMap((subject) => (kinds.has(subject.kind) ? [subject.input()] : []));
  const request = JSON.stringify({ ...rest, subjects });
  const evaluation = new Map<string, RuleEvaluation>();
  let left = rules.filter(({ id }) => ids.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  while (left.length > 0) {
    const { answers, failure } = await round(
      source,
      { task: 'evaluate', wasm, rules: left, request },
      limits,
    );
    for (const [i, rule] of left.slice(0, answers.length + 1).entries())
      evaluation.set(rule.id, answers[i] ?? failed(failure));
    left = left.slice(answers.length + 1);
  }
  return evaluation;
}

const failed = (failure: string): RuleEvaluation => ({
  violations: [],
  undecided: [],
  examined: [],
  failure,
});

/** What the rules said until one of them ended the thread, and why that one did. */
async function round(
  source: string,
  job: EvaluationJob,
  limits: Limits,
): Promise<{ readonly answers: readonly RuleEvaluation[]; readonly failure: string }> {
  const messages: Answers['evaluate'][] = [];
  const limit = (received: number): number => (received === 0 ? limits.compile : limits.rule);
  const end = await onThread(source, job, limit, (message) => messages.push(message));
  const answers = messages.filter((message) => message !== 'ready');
  if (messages.length === 0 && end === 'late')
    throw mistakes.policiesTooSlow('Loading', namesOf(job.rules), limits.compile);
  if (messages.length === 0 && end instanceof Error) throw end;
  const failure = end instanceof Error ? end.message : `It took longer than ${limits.rule / 1000} seconds.`;
  return { answers, failure };
}

const namesOf = (rules: readonly Rule[]): readonly string[] => rules.map(({ id }) => id);
