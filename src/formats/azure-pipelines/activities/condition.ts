import { known, unknown, type Fact } from '../../../model/index.ts';
import type { RelatedLocation } from '../../../source/index.ts';
import type { View } from '../template/scope.ts';

const FAILED =
  /(?:^|\W)failed\s*\(|\b(?:result|jobstatus)['\])}]*\s*,\s*'failed'|'failed'\s*,[^,]*\b(?:result|jobstatus)\b/i;
const NOT_FAILED = /not\s*\(\s*failed\s*\(/i;
/** What asks how what came before went; a condition without such a question does not regard it. */
const ASKS = /\bsucceeded\s*\(|\bresult\b|\bjobstatus\b/i;

/** A condition as it is written, with the parameters of templates resolved; undefined when there is none. */
export function conditionOf(view: View): string | undefined {
  const node = view.get('condition');
  const { value } = node.node;
  return typeof value === 'boolean' ? String(value) : node.text;
}

/** Never runs: a condition that is `false`, or a step that is not enabled. */
export function isOff(view: View): boolean {
  const condition = conditionOf(view)?.replace(/^\s*\$\{\{(.*)\}\}\s*$/, '$1');
  return condition?.trim().toLowerCase() === 'false' || view.get('enabled').text?.toLowerCase() === 'false';
}

/** Runs because something failed. */
export function runsOnFailure(view: View): boolean {
  const condition = conditionOf(view) ?? '';
  if (NOT_FAILED.test(condition) || !FAILED.test(condition)) return false;
  return !/succeededOrFailed\s*\(|\bor\s*\(/i.test(condition);
}

/**
 * Says that it runs although something before it failed. Any condition takes the place of `succeeded()`
 * (https://learn.microsoft.com/azure/devops/pipelines/process/conditions).
 */
export function runsInAnyCase(view: View): RelatedLocation | undefined {
  const condition = conditionOf(view);
  if (condition === undefined || condition.trim() === '' || isOpen(condition)) return undefined;
  if (NOT_FAILED.test(condition) || (ASKS.test(condition) && !FAILED.test(condition))) return undefined;
  const { at } = view.get('condition');
  const whole = /\balways\s*\(|\bsucceededOrFailed\s*\(/i.test(condition) || FAILED.test(condition);
  const message = whole
    ? 'this runs although something before it failed'
    : 'this condition takes the place of `succeeded()`, so that it runs although something before it failed';
  return { location: at, message };
}

/** A parameter or a variable holds the condition. */
const isOpen = (condition: string): boolean => /^\s*\$[{([]/.test(condition);

/** What jobs and steps, outermost first, say of their failure: it does not count, or something decides that. */
export function toleratedBy(holders: readonly View[]): Fact<boolean> | undefined {
  for (const holder of holders) {
    const node = holder.get('continueOnError');
    const { texts } = node;
    const [text] = texts;
    if (text === undefined || (texts.length === 1 && /^(?:false)?$/i.test(text))) continue;
    if (texts.length === 1 && /^true$/i.test(text)) return known(false, node.target.at);
    return unknown(`\`${node.node.text ?? text}\` decides whether a failure counts`, node.at);
  }
  return undefined;
}
