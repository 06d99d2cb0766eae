import { mistakes } from '../errors/index.ts';
import type { Cache, Host } from '../io/index.ts';
import {
  compileCustomPolicies,
  createPolicyEngine,
  evaluateCustomPolicies,
  readRules,
  type Evaluation,
  type EvaluationRequest,
  type PolicyFiles,
  type PolicyProblem,
  type Rule,
} from '../policy/index.ts';
import { sourceFile, type Diagnostic } from '../source/index.ts';

/** A team's own policies: their files, and where compiled ones are kept. */
export interface CustomPolicies {
  readonly files: PolicyFiles;
  readonly cache: Cache;
}

/** Rules and the Wasm that evaluates them. */
export interface PolicySet {
  readonly rules: readonly Rule[];
  readonly wasm: Uint8Array;
  evaluate(request: EvaluationRequest): Promise<Evaluation>;
}

/** The built-in policies, and the team's own. */
export async function policySets(
  host: Pick<Host, 'asset'>,
  custom: CustomPolicies | undefined,
): Promise<readonly PolicySet[]> {
  const builtIn = builtInSet(host);
  if (!custom) return [builtIn];
  const asset = (name: string): Uint8Array => host.asset(name);
  const { rules, wasm, problems } = await compileCustomPolicies(custom.files, asset, custom.cache);
  if (!wasm) throw mistakes.policiesInvalid(policyDiagnostics(problems, custom.files));
  const twice = rules.find(({ id }) => builtIn.rules.some((rule) => rule.id === id));
  if (twice) throw mistakes.policyTwice(twice.id);
  const evaluate: PolicySet['evaluate'] = (request) =>
    evaluateCustomPolicies({ rules, wasm }, request, asset);
  return [builtIn, { rules, wasm, evaluate }];
}

/** Ours end, so that they need no thread of their own. */
function builtInSet(host: Pick<Host, 'asset'>): PolicySet {
  const rules = readRules(host.asset('policy/rules.json'));
  const wasm = host.asset('policy/policy.wasm');
  const evaluate: PolicySet['evaluate'] = async (request) =>
    (await createPolicyEngine({ rules, wasm, readsPlan: false })).evaluate(request);
  return { rules, wasm, evaluate };
}

/** What the policy compiler found, as diagnostics at the places. */
export function policyDiagnostics(
  problems: readonly PolicyProblem[],
  files: PolicyFiles,
): readonly Diagnostic[] {
  return problems.map(({ file: path, line, column, code, message }) => {
    const file = sourceFile(path, files[path] ?? '');
    const start = offsetOf(file.text, line) + column - 1;
    const end = start + (/^\S*/.exec(file.text.slice(start, start + 200))?.[0].length ?? 0);
    return {
      code: `rego/${code.replace(/^rego_/, '').replaceAll('_', '-')}`,
      level: 'error',
      message: message.split('\n', 1)[0] ?? message,
      path,
      location: { file, span: { start, end } },
      ...helpOf(message),
    };
  });
}

/** `want (one of): ["encrypted" "public"]`, as OPA's type checker ends. */
function helpOf(message: string): Pick<Diagnostic, 'help'> {
  const names = /want \(one of\): \[(.*)\]/.exec(message)?.[1];
  return names === undefined ? {} : { help: `Known: ${names.replaceAll('"', '').split(' ').join(', ')}.` };
}

/** Where a line starts; lines count from 1. */
function offsetOf(text: string, line: number): number {
  let offset = 0;
  for (let at = 1; at < line; at++) offset = text.indexOf('\n', offset) + 1;
  return offset;
}
