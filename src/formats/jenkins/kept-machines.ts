import { mistakeOf, type Mistake } from '../../delivery/index.ts';
import type { GroovyCall, GroovyValue } from '../../syntax/groovy/index.ts';
import { argument, callsOf, locate, partsOf, textOf } from './read/nodes.ts';
import { optionsOf, type Jenkinsfile } from './read/jenkinsfile.ts';

/** What a step stands in. */
interface Inside {
  /** An agent, or a `node`. */
  readonly machine: boolean;
  /** A `timeout`. */
  readonly limited: boolean;
}

/** `input` where the machine that runs the steps around it waits for the answer, too, and nothing ends that. */
export function keptMachines({ file, groovy, pipeline }: Jenkinsfile): readonly Mistake[] {
  const found: Mistake[] = [];
  const start: Inside = { machine: false, limited: false };
  const waiting: (readonly [value: GroovyValue, inside: Inside])[] = [[groovy.body, start]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, inside] = next;
    if (value.kind === 'call' && value.name === 'input' && value.called && inside.machine && !inside.limited)
      found.push(mistakeOf('machine', PROBLEM, locate(file, value.nameSpan)));
    for (const [part, within] of partsIn(value, inside, pipeline !== undefined).toReversed())
      waiting.push([part, within]);
  }
  return found;
}

const PROBLEM = '`input` keeps its agent until somebody answers, however long that takes';

/** The parts of a value with what they stand in; what is only defined runs where it is called. */
function partsIn(
  value: GroovyValue,
  inside: Inside,
  declarative: boolean,
): readonly (readonly [GroovyValue, Inside])[] {
  if (value.kind === 'block')
    return value.statements.flatMap((one) => (one.defines ? [] : [[one.value, inside] as const]));
  if (value.kind !== 'call' || !value.body) return partsOf(value).map((part) => [part, inside]);
  const around = insideOf(value, inside, declarative);
  // A stage asks before it takes an agent of its own.
  const outer = { ...around, machine: inside.machine };
  const asks = declarative && value.name === 'stage' ? callsOf(value.body).filter(isSection) : [];
  const { statements } = value.body;
  return [
    ...value.args.map((one) => [one.value, inside] as const),
    ...statements.flatMap(({ value: part, defines }) =>
      defines ? [] : [[part, asks.includes(part as GroovyCall) ? outer : around] as const],
    ),
  ];
}

const isSection = ({ name, body }: GroovyCall): boolean => name === 'input' && body !== undefined;

function insideOf(call: GroovyCall, inside: Inside, declarative: boolean): Inside {
  const { name, body } = call;
  if (name === 'node') return { ...inside, machine: true };
  if (name === 'timeout') return { ...inside, limited: true };
  if (!declarative || (name !== 'pipeline' && name !== 'stage')) return inside;
  const agent = callsOf(body).find((one) => one.name === 'agent');
  const none = agent && textOf(argument(agent, 'value')) === 'none';
  return {
    machine: inside.machine || (agent !== undefined && !none),
    limited: inside.limited || optionsOf(body).some((option) => option.name === 'timeout'),
  };
}
