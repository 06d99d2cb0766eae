import { known, unknown, type Fact } from '../../../model/index.ts';
import { placeInString, type GroovyCall, type GroovyValue } from '../../../syntax/groovy/index.ts';
import { SHELLS } from '../job/activities.ts';
import { allCalls, argument, locate, partsOf } from '../read/nodes.ts';
import type { Jenkinsfile } from '../read/jenkinsfile.ts';
import { createSources } from './sources.ts';

/** Steps that run a script on another machine, with what holds it. */
const REMOTE: Readonly<Record<string, string>> = { sshCommand: 'command' };

/**
 * What Groovy puts into a script before any shell reads it, and an outsider writes. Quotes in the script do not help;
 * in single quotes Groovy leaves the variable to the shell, which reads it as text.
 */
export function injectionsOf(jenkinsfile: Jenkinsfile): readonly { readonly expression: Fact<string> }[] {
  const { file, groovy } = jenkinsfile;
  const sources = createSources(jenkinsfile);
  const found: Fact<string>[] = [];
  for (const call of allCalls(groovy.body)) {
    for (const { expression, start, end } of scriptOf(call).flatMap(pasted)) {
      const source = sources(expression);
      const at = locate(file, { start, end });
      if (source === 'outsider') found.push(known(expression, at));
      else if (source) found.push(unknown(`who may choose \`${source.parameter}\` is set in Jenkins`, at));
    }
  }
  return found.map((expression) => ({ expression }));
}

function scriptOf(call: GroovyCall): readonly GroovyValue[] {
  const name = REMOTE[call.name] ?? (SHELLS.has(call.name) ? 'script' : undefined);
  if (name === undefined || !call.called) return [];
  const value = argument(call, name) ?? argument(call, 'value');
  return value ? [value] : [];
}

interface Pasted {
  readonly expression: string;
  readonly start: number;
  readonly end: number;
}

/** Expressions in a text, in a text that a method changes, and in texts that `+` joins. */
function pasted(value: GroovyValue): readonly Pasted[] {
  if (value.kind === 'string') {
    return value.interpolations.map((one) => ({ expression: one.expression, ...placeInString(value, one) }));
  }
  if (value.kind === 'call') {
    if (value.receiver) return pasted(value.receiver);
    return value.called ? [] : [{ expression: value.name, ...value.nameSpan }];
  }
  return value.kind === 'expression' ? partsOf(value).flatMap(pasted) : [];
}
