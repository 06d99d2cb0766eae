import type { SubjectOf } from '../../../model/index.ts';
import { givenSecrets, type Given } from '../../../secrets/index.ts';
import type { Config } from '../read/config.ts';
import type { Value } from '../read/value.ts';

/** Variables and inputs, which GitLab fills in. */
const FILLED_IN = /\$/;

/** Passwords, keys and tokens that a pipeline's variables are given: of all jobs, of one, and of its rules. */
export function literalsOf({ top }: Config): readonly SubjectOf<'credential'>[] {
  const holders = [top, ...top.entries().flatMap(([, value]) => (value.isMap ? [value] : []))];
  const given = holders.flatMap((holder) => [
    ...variablesOf(holder),
    ...[...holder.get('rules').items(), ...holder.get('workflow', 'rules').items()].flatMap(variablesOf),
  ]);
  return givenSecrets(given, 'gitlab-ci', FILLED_IN);
}

function variablesOf(holder: Value): readonly Given[] {
  return holder
    .get('variables')
    .entries()
    .map(([name, entry]) => {
      const value = entry.isMap ? entry.get('value') : entry;
      return { name, text: value.text, at: value.at };
    });
}
