import { known, unknown, type Fact } from '../../../model/index.ts';
import type { Jenkinsfile } from '../read/jenkinsfile.ts';
import { pastedInto } from './pasted.ts';
import { createSources } from './sources.ts';

/**
 * What Groovy puts into a script before any shell reads it, and an outsider writes. Quotes in the script do not help;
 * in single quotes Groovy leaves the variable to the shell, which reads it as text.
 */
export function injectionsOf(jenkinsfile: Jenkinsfile): readonly { readonly expression: Fact<string> }[] {
  const sources = createSources(jenkinsfile);
  const found: Fact<string>[] = [];
  for (const { expression, at } of pastedInto(jenkinsfile)) {
    const source = sources(expression);
    if (source === 'outsider') found.push(known(expression, at));
    else if (source) found.push(unknown(`who may choose \`${source.parameter}\` is set in Jenkins`, at));
  }
  return found.map((expression) => ({ expression }));
}
