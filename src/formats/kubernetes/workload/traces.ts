import { known, unknown, type Fact } from '../../../model/index.ts';
import { TRACES_TO } from '../../../monitoring/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';

/** Where the containers of a pod are told to send traces; the first that is told counts. Undefined where none is. */
export function tracesTo(pod: DataNode): Fact<string> | undefined {
  const variables = pod
    .get('containers')
    .items()
    .flatMap((container) => container.get('env').items());
  for (const name of TRACES_TO) {
    const variable = variables.find((one) => one.get('name').text === name);
    if (!variable) continue;
    const value = variable.get('value');
    const text = scalarText(value);
    if (text === undefined) return unknown(`${name} is taken from another object`, variable.header);
    return /\$\(|\$\{|\{\{/.test(text)
      ? unknown(`${name} is put together when the container starts`, value.at)
      : known(text, value.at);
  }
  return undefined;
}
