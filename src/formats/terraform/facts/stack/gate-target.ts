import { known, purposeOf, unknown, valueOf, type Fact, type SubjectOf } from '../../../../model/index.ts';
import { text, type Resource, type Stack } from '../../../../cloud/index.ts';

type GateFacts = SubjectOf<'gate'>['facts'];

/** The environment that a gate guards, and whether it is production as far as its name tells. */
export function targetOf(target: Fact<string>): Pick<GateFacts, 'target' | 'production'> {
  return { target, production: purposeFact(target) };
}

function purposeFact(target: Fact<string>): Fact<boolean> {
  const name = valueOf(target);
  if (name === undefined) return target as Fact<never>;
  const purpose = purposeOf(name);
  return purpose
    ? known(purpose === 'production', target.at, target.related)
    : unknown(`the name \`${name}\` does not say whether it is production`, target.at, target.related);
}

/** The repository or project by what is written, or by the name of the one in the files whose id is known after apply only. */
export function repositoryOf(stack: Stack, resource: Resource, attribute: string): Fact<string> {
  const written = text(resource, attribute);
  if (written && valueOf(written) !== undefined) return written;
  const target = stack.target(resource.get(attribute));
  const name = target && text(target, 'name');
  return name ?? written ?? unknown('it names no repository', resource.at, resource.related);
}

/** Does a pattern leave no branch out, but those whose names have more parts than it? */
export function isEveryBranch(pattern: string): boolean {
  return /^(?:refs\/heads\/)?(?:\*{1,2}\/)?\*{1,2}$/.test(pattern);
}
