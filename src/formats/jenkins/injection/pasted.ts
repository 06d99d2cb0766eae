import type { Location } from '../../../source/index.ts';
import { placeInString, type GroovyCall, type GroovyValue } from '../../../syntax/groovy/index.ts';
import { SHELLS } from '../job/activities.ts';
import { allCalls, argument, locate, partsOf } from '../read/nodes.ts';
import type { Jenkinsfile } from '../read/jenkinsfile.ts';

/** Steps that run a script on another machine, with what holds it. */
const REMOTE: Readonly<Record<string, string>> = { sshCommand: 'command' };

/** Expressions that Groovy puts into scripts, in the order in which they are written. */
export function pastedInto({ file, groovy }: Jenkinsfile): readonly {
  readonly expression: string;
  readonly at: Location;
}[] {
  return allCalls(groovy.body)
    .flatMap(scriptOf)
    .flatMap(pasted)
    .map(({ expression, start, end }) => ({ expression, at: locate(file, { start, end }) }));
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
