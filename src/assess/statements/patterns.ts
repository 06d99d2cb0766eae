import type { Path } from '../../syntax/data/index.ts';

/** A place of the plan's schema, `delivery.environments.<name>.strategy`, step by step. */
type Pattern = readonly string[];

/** `environments[].region` → environments, [], region. */
export function patternOf(place: string): Pattern {
  return place.replaceAll('[]', '.[]').split('.');
}

/** Does a statement stand at this place, or below it? */
export function isAt(steps: Path, pattern: Pattern): boolean {
  if (steps.length < pattern.length) return false;
  return pattern.every((part, index) => {
    const step = steps[index];
    if (part === '[]') return typeof step === 'number';
    return part === '<name>' ? typeof step === 'string' : step === part;
  });
}
