import { known, unknown, type Fact } from '../../model/index.ts';
import type { Element } from './element.ts';

/** Filters and matches behind a match that takes all, in the scope of one label. */
export function unreachable(scopes: readonly (readonly Element[])[]): readonly Fact<string>[] {
  return scopes.flatMap((scope) => {
    const taken = new Set<string>();
    let all = false;
    return scope.flatMap((element) => {
      if (element.name !== 'match' && element.name !== 'filter') return [];
      const patterns = element.argument.split(/\s+/).filter(Boolean);
      const lost = all || (patterns.length > 0 && patterns.every((pattern) => taken.has(pattern)));
      if (element.name === 'match') {
        for (const pattern of patterns) taken.add(pattern);
        all ||= patterns.includes('**') || patterns.length === 0;
      }
      return lost ? [known(`${element.name} ${element.label}`, element.node.get('<argument>').at)] : [];
    });
  });
}

/** Labels that Fluentd itself sends to. */
const BUILT_IN: ReadonlySet<string> = new Set(['@ERROR', '@FLUENT_LOG', '@ROOT']);

/** Labels that are used and not there, and the other way around. */
export function labelReferences(
  all: readonly Element[],
  partial: string | undefined,
): { readonly undefinedNames: readonly Fact<string>[]; readonly unusedNames: readonly Fact<string>[] } {
  const defined = new Map(
    all.filter(({ name }) => name === 'label').map((one) => [one.argument, one] as const),
  );
  const uses = all.map((one) => one.get('@label')).filter(({ text }) => text !== undefined);
  const used = new Set(uses.map(({ text }) => text));
  const tell = (what: string, at: Element['fact']['at']): Fact<string> =>
    partial === undefined ? known(what, at) : unknown(`${partial}, and here it is ${what}`, at);
  return {
    undefinedNames: uses
      .filter(({ text = '' }) => !defined.has(text) && !BUILT_IN.has(text) && !/#\{|\$\{/.test(text))
      .map((node) => tell(`label ${node.text ?? ''}, which nothing defines`, node.at)),
    unusedNames: [...defined.values()]
      .filter(({ argument }) => !used.has(argument) && !BUILT_IN.has(argument))
      .map((one) => tell(`label ${one.argument}`, one.node.get('<argument>').at)),
  };
}
