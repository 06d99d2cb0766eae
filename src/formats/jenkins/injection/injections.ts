import { oncePerPlace, rereadBy, tellsOfCommits, type Writers } from '../../../delivery/index.ts';
import { known, unknown, type Fact } from '../../../model/index.ts';
import { ownValues } from '../../script-text.ts';
import { scriptOf } from '../job/script.ts';
import { allCalls } from '../read/nodes.ts';
import type { Jenkinsfile } from '../read/jenkinsfile.ts';
import { pastedInto } from './pasted.ts';
import { createSources, type Source } from './sources.ts';

type Sources = (expression: string) => Source;

/**
 * What Groovy puts into a script before any shell reads it, and an outsider writes: quotes in the script do not help. In
 * single quotes Groovy leaves the variable to the shell, which reads it as text, unless the script has it read as code.
 */
export function injectionsOf(jenkinsfile: Jenkinsfile): readonly { readonly expression: Fact<string> }[] {
  const sources = createSources(jenkinsfile);
  const found = [...pasted(jenkinsfile, sources), ...reread(jenkinsfile, sources)];
  return oncePerPlace(found, ({ at }) => at).map((expression) => ({ expression }));
}

function pasted(jenkinsfile: Jenkinsfile, sources: Sources): readonly Fact<string>[] {
  return pastedInto(jenkinsfile).flatMap(({ expression, at }): readonly Fact<string>[] => {
    const source = sources(expression);
    if (source === undefined) return [];
    if (source === 'outsider') return [known(expression, at)];
    return [unknown(`who may choose \`${source.parameter}\` is set in Jenkins`, at)];
  });
}

function reread({ file, groovy }: Jenkinsfile, sources: Sources): readonly Fact<string>[] {
  return allCalls(groovy.body).flatMap((call) => {
    const script = call.name === 'sh' && call.called ? scriptOf(file, call, new Map()) : undefined;
    if (!script) return [];
    const assigned = ownValues(() => script.text);
    const writers: Writers = {
      fills: (name) => sources(name) === 'outsider',
      writes: tellsOfCommits,
      valueOf: (name) => {
        const text = assigned(name);
        return text === undefined ? undefined : { text, at: undefined };
      },
    };
    return rereadBy(script, writers);
  });
}
