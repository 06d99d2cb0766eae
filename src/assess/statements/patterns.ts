import type { Path } from '../../syntax/data/index.ts';

/** A place of the plan's schema, `delivery.environments.<name>.strategy`, step by step. */
type Pattern = readonly string[];

/** `environments[].region` → environments, [], region. */
export function patternOf(place: string): Pattern {
  return place.replaceAll('[]', '.[]').split('.');
}

/** Where a statement stands, or where that stands which it overrides in an environment. */
export function placeOf(steps: Path): Path {
  return steps[0] === 'environments' && steps[2] === 'overrides' && steps.length > 3 ? steps.slice(3) : steps;
}

/** Does a statement stand at this place, or below it? */
export function isAt(written: Path, pattern: Pattern): boolean {
  const steps = placeOf(written);
  if (steps.length < pattern.length) return false;
  return pattern.every((part, index) => {
    const step = steps[index];
    if (part === '[]') return typeof step === 'number';
    return part === '<name>' ? typeof step === 'string' : step === part;
  });
}
