import type { DataNode } from '../../data-node.ts';
import type { Dashboard } from './model.ts';

const REFERENCE = /\$\{([a-z_]\w*)(?:[:.][^}]*)?\}|\$([a-z_]\w*)|\[\[([a-z_]\w*)(?::\w+)?\]\]/gi;

/** Variables that Grafana itself sets, besides all whose names begin with two underscores. */
const BUILT_IN: ReadonlySet<string> = new Set(['timeFilter', 'interval', 'name', 'timeFrom', 'timeTo']);

/** A variable that is used and that the dashboard does not declare, with the text that uses it. */
interface Undeclared {
  readonly name: string;
  readonly node: DataNode;
}

/** Each undeclared variable once, where queries in PromQL or data sources use it first. */
export function undeclaredVariables({ variables, inputs, panels }: Dashboard): readonly Undeclared[] {
  const declared = new Set([...variables.map(({ name }) => name), ...inputs]);
  const found = new Map<string, Undeclared>();
  const look = (node: DataNode): void => {
    for (const name of referencedVariables(node.text ?? ''))
      if (!declared.has(name) && !found.has(name)) found.set(name, { name, node });
  };
  for (const panel of panels) {
    look(panel.dataSource.name);
    for (const query of panel.queries) {
      look(query.dataSource.name);
      look(query.expression);
    }
  }
  return [...found.values()];
}

/** Names of the variables in a text that the dashboard would have to declare. */
function referencedVariables(text: string): readonly string[] {
  if (!/[$[]/.test(text)) return [];
  return [...text.matchAll(REFERENCE)]
    .map(([, braced, bare, old]) => braced ?? bare ?? old ?? '')
    .filter((name) => !name.startsWith('__') && !BUILT_IN.has(name));
}
