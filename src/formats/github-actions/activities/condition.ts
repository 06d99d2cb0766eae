import type { DataNode } from '../../data-node.ts';
import type { Step } from '../read/run.ts';

const AFTER_FAILURE =
  /(?:^|[^!\w])failure\(\s*\)|\.(?:result|outcome|conclusion)\s*==\s*'failure'|\.(?:result|outcome)\s*!=\s*'success'/;
const IN_ANY_CASE = /\balways\(\s*\)|(?:^|\W)failure\(\s*\)|cancelled\(\s*\)/;
const CHECKS_SUCCESS =
  /\.(?:result|outcome|conclusion)\s*==\s*'success'|success\(\s*\)|!\s*(?:failure|contains)\(/;

/** The text of an `if`; GitHub reads it as an expression with or without `${{ }}`. */
export function conditionOf(node: DataNode): string | undefined {
  const condition = node.get('if').value;
  return typeof condition === 'string'
    ? condition
    : typeof condition === 'boolean'
      ? String(condition)
      : undefined;
}

/** Does the step or job run because something failed? */
export function runsOnFailure(node: DataNode): boolean {
  return AFTER_FAILURE.test(conditionOf(node) ?? '');
}

/** Does it run although something before it failed? Without `always()` and the like, GitHub stops there. */
export function runsInAnyCase(node: DataNode): boolean {
  const condition = conditionOf(node) ?? '';
  return IN_ANY_CASE.test(condition) && !CHECKS_SUCCESS.test(condition);
}

/** `if: false`, with or without marks. */
export const isOff = (node: DataNode): boolean =>
  conditionOf(node)?.replace('${{', '').replace('}}', '').trim() === 'false';

/** The step and, when it stands in a composite action, the steps that use it; outermost first. */
export const chainOf = (step: Step): readonly DataNode[] => [...step.calls, step.node];
