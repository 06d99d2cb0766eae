import { known, type DashboardFacts, type Fact } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import { linkTexts, type Dashboard } from './model.ts';
import type { ReadQuery } from './panel.ts';

const REFERENCE = /\$\{([a-z_]\w*)(?:[:.][^}]*)?\}|\$([a-z_]\w*)|\[\[([a-z_]\w*)(?::\w+)?\]\]/gi;

/** Variables that Grafana itself sets, besides all whose names begin with two underscores. */
const BUILT_IN: ReadonlySet<string> = new Set(['timeFilter', 'interval', 'name', 'timeFrom', 'timeTo']);

/** A variable that is used and that the dashboard does not declare, with the text that uses it. */
interface Undeclared {
  readonly name: string;
  readonly node: DataNode;
}

/** Each undeclared variable once, where the dashboard uses it first: in queries, data sources, titles, links, repetitions. */
export function undeclaredVariables({ variables, inputs, panels, texts }: Dashboard): readonly Undeclared[] {
  const declared = new Set([...variables.map(({ name }) => name.text ?? ''), ...inputs]);
  const found = new Map<string, Undeclared>();
  const look = (node: DataNode, names = referencedVariables(node.text ?? '')): void => {
    for (const name of names) if (!declared.has(name) && !found.has(name)) found.set(name, { name, node });
  };
  for (const panel of panels) {
    look(panel.dataSource.name);
    for (const query of panel.queries) {
      look(query.dataSource.name);
      look(query.expression);
    }
    look(panel.title);
    const { text } = panel.repeat;
    if (text) look(panel.repeat, [text]);
    for (const link of panel.links) linkTexts(link).forEach((node) => look(node));
  }
  for (const variable of variables) {
    look(variable.dataSource.name);
    look(variable.query);
  }
  for (const node of texts) look(node);
  return [...found.values()];
}

/** Names of the variables in a text that the dashboard would have to declare. */
function referencedVariables(text: string): readonly string[] {
  if (!/[$[]/.test(text)) return [];
  return allReferences(text).filter(
    (name) =>
      !name.startsWith('__') &&
      !BUILT_IN.has(name) &&
      // What a pattern found, in the replacement behind it.
      !text.includes(`(?P<${name}>`),
  );
}

function allReferences(text: string): readonly string[] {
  return [...text.matchAll(REFERENCE)].map(([, braced, bare, old]) => braced ?? bare ?? old ?? '');
}

/** Names of all variables that stand anywhere in a dashboard, and those that something is repeated for. */
export function usedVariables({ body, panels, texts }: Dashboard): ReadonlySet<string> {
  const repeats = [...panels.map(({ repeat }) => repeat), ...texts].flatMap(({ text }) => text ?? []);
  const whole = JSON.stringify(body.value ?? null);
  return new Set([...allReferences(whole), ...repeats]);
}

/** Matchers that take a variable of several values for one, each once: `job="$job"` finds nothing once two are chosen. */
export function severalAsOne(
  { variables }: Dashboard,
  read: readonly ReadQuery[],
): DashboardFacts['severalAsOne'] {
  const several = new Set(variables.filter((one) => one.several).flatMap(({ name }) => name.text ?? []));
  if (several.size === 0) return [];
  const found = new Map<string, Fact<string>>();
  for (const { expression, query } of read) {
    const placeOf = scalarPlaces(expression);
    for (const matcher of query.selectors.flatMap(({ matchers }) => matchers)) {
      const { label, operator, value } = matcher;
      const written = `${label}${operator}"${value}"`;
      if (operator !== '=' && operator !== '!=') continue;
      if (several.has(soleReference(value) ?? '') && !found.has(written))
        found.set(written, known(written, placeOf(matcher)));
    }
  }
  return [...found.values()];
}

/** The variable that is all of a text. */
function soleReference(text: string): string | undefined {
  return /^(?:\$(\w+)|\$\{(\w+)\}|\[\[(\w+)\]\])$/.exec(text)?.slice(1).find(Boolean);
}
