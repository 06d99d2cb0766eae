import { known, valueOf, type SubjectOf } from '../../model/index.ts';
import { parseReference } from '../../plan/index.ts';
import { normalizeName } from '../components/names.ts';

type Component = SubjectOf<'plan-component'>;
type Drawn = SubjectOf<'architecture-component'>;

/** What the diagrams draw that the plan names, beside what the plan states. */
export interface Architecture {
  relateDrawn(drawn: Drawn): Drawn;
  relatePlanned(component: Component): Component;
}

export function architectureOf(
  plan: SubjectOf<'plan'> | undefined,
  components: readonly Component[],
  drawn: readonly Drawn[],
): Architecture {
  const paths = new Set(
    plan?.facts.named.flatMap(({ role, path }) =>
      role === 'diagram' ? (parseReference(valueOf(path) ?? '').path ?? []) : [],
    ),
  );
  const planned = new Set(components.map(({ name }) => normalizeName(name)));
  const plannedEdges = new Set(
    components.flatMap(({ name, facts }) => (valueOf(facts.dependsOn) ?? []).map((to) => edge(name, to))),
  );
  const named = relevant(
    drawn.filter(({ facts }) => paths.has(facts.path)),
    planned,
  );
  const shown = new Set([...named].map(({ name }) => normalizeName(name)));
  const shownEdges = new Set(
    [...named].flatMap(({ name, facts }) =>
      facts.dependsOn.flatMap((to) => edge(name, valueOf(to.name) ?? '')),
    ),
  );
  return {
    relateDrawn: (one) => {
      if (!named.has(one)) return one;
      const own = planned.has(normalizeName(one.name));
      return {
        ...one,
        facts: {
          ...one.facts,
          planned: known(own, one.location),
          dependsOn: one.facts.dependsOn.map(({ name }) => {
            const to = valueOf(name) ?? '';
            const both = own && planned.has(normalizeName(to));
            return { name, planned: known(both ? plannedEdges.has(edge(one.name, to)) : null, name.at) };
          }),
        },
      };
    },
    relatePlanned: (component) => {
      if (named.size === 0) return component;
      const { dependsOn } = component.facts;
      const isShown = shown.has(normalizeName(component.name));
      const lacking = (valueOf(dependsOn) ?? []).filter(
        (to) => isShown && shown.has(normalizeName(to)) && !shownEdges.has(edge(component.name, to)),
      );
      return {
        ...component,
        facts: {
          ...component.facts,
          drawn: known(isShown, component.location),
          notJoined: lacking.map((to) => ({ name: known(to, dependsOn.at) })),
        },
      };
    },
  };
}

/** Lines of diagrams run where data goes as often as where calls go: both ways count as one. */
function edge(one: string, other: string): string {
  return [normalizeName(one), normalizeName(other)].sort().join('\n');
}

/** A file may have diagrams of other things, too: one counts when it has two planned components, or all that there are. */
function relevant(drawn: readonly Drawn[], planned: ReadonlySet<string>): ReadonlySet<Drawn> {
  const diagrams = new Map<string, Drawn[]>();
  for (const one of drawn) {
    const key = diagramOf(one);
    const before = diagrams.get(key);
    if (before) before.push(one);
    else diagrams.set(key, [one]);
  }
  const wanted = Math.min(2, planned.size);
  const counting = [...diagrams.values()].filter(
    (parts) =>
      new Set(parts.map(({ name }) => normalizeName(name)).filter((name) => planned.has(name))).size >=
      wanted,
  );
  return new Set(counting.flat());
}

/** Catalogs and models are one diagram each; a document has several. */
function diagramOf({ id, facts }: Drawn): string {
  const [, diagram = ''] = /:(diagram\[\d+\])\./.exec(id) ?? [];
  return `${facts.path}:${diagram}`;
}
