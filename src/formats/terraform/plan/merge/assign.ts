import { purposeOf } from '../../../../model/index.ts';
import type { Diagnostic } from '../../../../source/index.ts';
import type { EvaluatedModule } from '../../evaluate/index.ts';
import { mergePlan } from './merge.ts';
import { withoutKeys, type TerraformPlan } from '../terraform-plan.ts';

/** A root module, evaluated for one environment: what becomes a stack. */
export interface EvaluatedRoot {
  readonly module: EvaluatedModule;
  readonly path: string;
  readonly environment: string | undefined;
}

interface Planned {
  readonly stacks: readonly EvaluatedRoot[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Each plan with the root module that it was made of, in whose place it stands; several of one root make a stack each.
 * A plan without its code is a stack by itself.
 */
export function withPlans(
  roots: readonly EvaluatedRoot[],
  plans: readonly TerraformPlan[],
  environmentOf: (path: string) => string | undefined,
): Planned {
  const plansOf = new Map<EvaluatedRoot, TerraformPlan[]>();
  const stacks: EvaluatedRoot[] = [];
  const diagnostics: Diagnostic[] = [];
  const shapes = new Map(roots.map((root) => [root, declaredIn(root.module)]));
  for (const plan of plans) {
    const [best, ...others] = rootsOf(plan, shapes, environmentOf(plan.path));
    if (best && others.length === 0) {
      plansOf.set(best, [...(plansOf.get(best) ?? []), plan]);
      continue;
    }
    if (best) diagnostics.push(ambiguous(plan, [best, ...others]));
    stacks.push({ module: plan.alone, path: plan.path, environment: environmentOf(plan.path) });
  }
  for (const root of roots) {
    const own = plansOf.get(root) ?? [];
    for (const plan of own) {
      const module = mergePlan(root.module, plan);
      const environment = environmentOf(plan.path);
      if (own.length > 1)
        stacks.push({ module, path: plan.path, environment: environment ?? root.environment });
      else stacks.push({ module, path: root.path, environment: root.environment ?? environment });
    }
    if (own.length === 0) stacks.push(root);
  }
  return { stacks, diagnostics };
}

function ambiguous({ path }: TerraformPlan, roots: readonly EvaluatedRoot[]): Diagnostic {
  const names = roots.map((root) => root.path || '.').join(', ');
  const message = `The plan may be of any of these root modules, and is judged by itself: ${names}.`;
  const help = 'Put the plan into the folder of its root module.';
  return { code: 'terraform/plan-ambiguous', level: 'note', message, path, help };
}

/** Of what a plan and a root declare, so much must be in both: code goes on after a plan was made. */
const MIN_SHARED = 0.5;

/** The roots that a plan fits best, by folder, environment, what is declared and the values of variables. */
function rootsOf(
  plan: TerraformPlan,
  shapes: ReadonlyMap<EvaluatedRoot, ReadonlySet<string>>,
  environment: string | undefined,
): readonly EvaluatedRoot[] {
  const declared = new Set([...plan.declared.keys()].filter(isOfRoot));
  let best: readonly number[] = [];
  let found: EvaluatedRoot[] = [];
  for (const [root, shape] of shapes) {
    const shared = [...shape].filter((address) => declared.has(address)).length;
    const ratio = shared / Math.max(1, shape.size);
    if (ratio < MIN_SHARED) continue;
    const score = [
      nearness(root.module.directory, plan.module.directory),
      sameEnvironment(root.environment, environment) ? 1 : 0,
      shared / (shape.size + declared.size - shared),
      -conflicts(root.module, plan.module),
    ];
    const order = compare(score, best);
    if (order > 0) [best, found] = [score, [root]];
    else if (order === 0) found.push(root);
  }
  return found;
}

function compare(left: readonly number[], right: readonly number[]): number {
  if (right.length === 0) return 1;
  const index = left.findIndex((value, place) => value !== right[place]);
  return index < 0 ? 0 : (left[index] ?? 0) - (right[index] ?? 0);
}

/** How deep the root's folder is, when the plan lies in it. */
function nearness(directory: string, of: string): number {
  if (directory === '') return 1;
  return `${of}/`.startsWith(`${directory}/`) ? directory.split('/').length + 1 : 0;
}

function sameEnvironment(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return left === right || (purposeOf(left) !== undefined && purposeOf(left) === purposeOf(right));
}

/** Variables that have another value in the plan. */
function conflicts({ variables }: EvaluatedModule, plan: EvaluatedModule): number {
  let count = 0;
  for (const [name, { value }] of plan.variables) {
    const own = variables.get(name)?.value;
    if (own && 'value' in own && 'value' in value && String(own.value) !== String(value.value)) count++;
  }
  return count;
}

/** Addresses of what the root module itself declares. */
function declaredIn({ resources, moduleCalls }: EvaluatedModule): ReadonlySet<string> {
  const addresses = [...resources, ...moduleCalls].map(({ address }) => withoutKeys(address));
  return new Set(addresses.filter(isOfRoot));
}

function isOfRoot(address: string): boolean {
  return !/^module\.[^.]+\./.test(address);
}
