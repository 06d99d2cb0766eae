import { known, unknown, type Fact, type WorkloadFacts } from '../../../model/index.ts';
import { TRACES_TO } from '../../../monitoring/index.ts';
import type { Service } from '../read/services.ts';
import { filled, type Variables } from '../read/variables.ts';

/** What takes a service's logs and traces. */
export function toldOf(
  { all }: Service,
  variables: Variables,
): Pick<WorkloadFacts, 'logDriver' | 'tracesTo'> {
  const driver = all.get('logging', 'driver');
  const assigned = new Map(
    all
      .get('environment')
      .assignments()
      .map((one) => [one.name, one]),
  );
  const variable = TRACES_TO.map((name) => assigned.get(name)).find((one) => one !== undefined);
  return {
    ...(driver.exists && driver.node && { logDriver: filled(driver.node, variables) }),
    ...(variable && { tracesTo: valueOfVariable(variable, variables) }),
  };
}

type Assignment = ReturnType<ReturnType<Service['all']['get']>['assignments']>[number];

/** A name alone has its value from outside, where the `.env` file counts, too. */
function valueOfVariable({ name, node, written }: Assignment, variables: Variables): Fact<string> {
  const result = variables.fill(written ?? `\${${name}}`);
  return 'missing' in result ? unknown(result.missing, node.at) : known(result.text, node.at);
}
