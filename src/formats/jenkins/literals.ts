import type { SubjectOf } from '../../model/index.ts';
import { givenSecrets } from '../../secrets/index.ts';
import { settingsIn } from './job/scope.ts';
import { allCalls } from './read/nodes.ts';
import type { Jenkinsfile } from './read/jenkinsfile.ts';

/** Passwords, keys and tokens that `environment` sections give to variables. */
export function literalsOf({ file, groovy }: Jenkinsfile): readonly SubjectOf<'credential'>[] {
  const sections = allCalls(groovy.body).filter(({ name, called }) => name === 'environment' && called);
  const given = sections.flatMap(({ body }) => settingsIn(file, body).filter(({ secret }) => !secret));
  return givenSecrets(given, 'jenkins', /\$|^\w+\(/);
}
