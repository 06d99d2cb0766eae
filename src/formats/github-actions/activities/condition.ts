import { known, unknown, type Fact } from '../../../model/index.ts';
import type { RelatedLocation } from '../../../source/index.ts';
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

/** Says that it runs although something before it failed. Without `always()` and the like, GitHub stops there. */
export function runsInAnyCase(node: DataNode): RelatedLocation | undefined {
  const condition = conditionOf(node) ?? '';
  if (!IN_ANY_CASE.test(condition) || CHECKS_SUCCESS.test(condition)) return undefined;
  return { location: node.get('if').at, message: 'this runs although something before it failed' };
}

/** What jobs and steps, outermost first, say of their failure: it does not count, or something decides that. */
export function toleratedBy(holders: readonly DataNode[]): Fact<boolean> | undefined {
  for (const holder of holders) {
    const node = holder.get('continue-on-error');
    if (node.value === true) return known(false, node.at);
    if (node.text !== undefined) return unknown(`\`${node.text}\` decides whether a failure counts`, node.at);
  }
  return undefined;
}

/** `if: false`, with or without marks. */
export const isOff = (node: DataNode): boolean =>
  conditionOf(node)?.replace('${{', '').replace('}}', '').trim() === 'false';

/** The step and, when it stands in a composite action, the steps that use it; outermost first. */
export const chainOf = (step: Step): readonly DataNode[] => [...step.calls, step.node];
