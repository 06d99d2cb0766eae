import type { Evaluation, RuleEvaluation } from '../evaluation.ts';
import type { Rule } from '../rule.ts';
import { readAnswers, type RuleAnswer } from './answer.ts';
import { batchesOf, wellFormed, type Batch, type PolicySubject } from './batches.ts';
import { Collector } from './collect.ts';
import { instantiate, loadSdk, type PolicyInstance } from './instance.ts';
import { Names } from './names.ts';

const ENTRYPOINT = 'planproof/main/results';
/** Wasm memory never shrinks: beyond this an instance is thrown away for a fresh one. */
const MEMORY_WATERMARK = 128 * 1024 * 1024;

export interface PolicyAssets {
  /** `dist/policy/policy.wasm`. */
  readonly wasm: Uint8Array;
  /** All of its rules. */
  readonly rules: readonly Rule[];
  /** Whether they may read `input.plan`; ours read the plan as a subject, and parsing it with each batch costs most. */
  readonly readsPlan?: boolean;
}

export interface EvaluationRequest {
  readonly subjects: readonly PolicySubject[];
  /** YYYY-MM-DD: policies have no clock. */
  readonly today: string;
  /** Ids of the rules to evaluate. */
  readonly rules: readonly string[];
  /** For custom policies, as the configuration gives them. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export interface PolicyEngine {
  /** Every rule asked for gets an entry, in the order of their ids; the same request gives the same answer. */
  evaluate(request: EvaluationRequest): Evaluation;
}

/** Compiled at once: that takes some milliseconds, since functions are compiled when they are first called. */
export async function createPolicyEngine({
  wasm,
  rules,
  readsPlan = true,
}: PolicyAssets): Promise<PolicyEngine> {
  const sdk = await loadSdk();
  const module = new WebAssembly.Module(wasm);
  let current: PolicyInstance | undefined;
  const run = (input: string, names: Names): ReadonlyMap<string, RuleAnswer> => {
    current ??= instantiate(sdk, module, ENTRYPOINT);
    try {
      const answers = readAnswers(current.evaluate(input), names);
      if (current.memoryBytes > MEMORY_WATERMARK) current = undefined;
      return answers;
    } catch (error) {
      current = undefined; // after a trap its heap cannot be trusted
      throw error;
    }
  };
  return { evaluate: (request) => evaluate(run, rules, request, sharedInput(request, readsPlan)) };
}

type Run = (input: string, names: Names) => ReadonlyMap<string, RuleAnswer>;

function evaluate(run: Run, rules: readonly Rule[], request: EvaluationRequest, shared: string): Evaluation {
  const asked = new Set(request.rules);
  const enabled = rules.filter(({ id }) => asked.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const answers = new Map<string, RuleAnswer[]>(enabled.map(({ id }) => [id, []]));
  const failures = new Map<string, string>();
  const names = new Names();
  const collector = new Collector(request.subjects, names);
  const runOn = (input: string): ReturnType<Run> => run(input, names);
  for (const batch of batchesOf(request.subjects, enabled)) {
    const ids = batch.rules.filter((id) => !failures.has(id));
    for (const [id, answer] of answersOf(runOn, shared, { ...batch, rules: ids }, failures))
      answers.get(id)?.push(answer);
  }
  const evaluation = new Map<string, RuleEvaluation>();
  for (const rule of enabled) {
    evaluation.set(rule.id, collector.collect(rule, answers.get(rule.id) ?? [], failures.get(rule.id)));
  }
  return evaluation;
}

/** Evaluates a batch; when that traps, each rule by itself, so that only the guilty ones fail. */
function* answersOf(
  run: (input: string) => ReturnType<Run>,
  shared: string,
  batch: Batch,
  failures: Map<string, string>,
): Generator<readonly [string, RuleAnswer]> {
  const attempt = (ids: readonly string[]): ReadonlyMap<string, RuleAnswer> | string => {
    try {
      return run(`${shared},"rules":${JSON.stringify(ids)},"subjects":${batch.subjects}}`);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  if (batch.rules.length === 0) return;
  const together = attempt(batch.rules);
  if (typeof together !== 'string') {
    yield* together;
    return;
  }
  for (const id of batch.rules) {
    const alone = attempt([id]);
    if (typeof alone === 'string') failures.set(id, alone);
    else yield* alone;
  }
}

/** The part of the input that all batches share, left open at its end. */
function sharedInput({ subjects, today, parameters = {} }: EvaluationRequest, readsPlan: boolean): string {
  const plan = readsPlan ? (subjects.find(({ kind }) => kind === 'plan')?.input().facts ?? null) : null;
  return wellFormed(JSON.stringify({ plan, today, parameters })).slice(0, -1);
}
