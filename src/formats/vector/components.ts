import { known, unknown, type Fact, type TelemetryStageFacts } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';

/** A source, transform or sink by its name. */
export interface Component {
  readonly kind: 'source' | 'transform' | 'sink';
  readonly id: string;
  readonly type: string;
  readonly node: DataNode;
  readonly inputs: readonly DataNode[];
}

export function componentsOf(root: DataNode): readonly Component[] {
  return (['source', 'transform', 'sink'] as const).flatMap((kind) =>
    root
      .get(`${kind}s`)
      .entries()
      .filter(([, node]) => node.isMap)
      .map(([id, node]) => {
        const inputs = kind === 'source' ? [] : node.get('inputs').items();
        return { kind, id, type: node.get('type').text ?? '', node, inputs };
      }),
  );
}

export function stageOf({ id, type, node }: Component): TelemetryStageFacts {
  return { name: known(id, node.keyAt), type };
}

/** Patterns that are looked up; people write a few. */
const MAX_PATTERNS = 200;

interface References {
  readonly undefinedNames: readonly Fact<string>[];
  readonly unusedNames: readonly Fact<string>[];
}

/** Which inputs name nothing, and which components nothing takes. `beside` are names that other files define. */
export function referencesOf(
  components: readonly Component[],
  beside: ReadonlySet<string>,
  partial: string | undefined,
): References {
  const givers = new Map(
    components.filter(({ kind }) => kind !== 'sink').map((one) => [one.id, one] as const),
  );
  const used = new Set<Component>();
  const patterns = new Set<string>();
  const missing: Fact<string>[] = [];
  for (const { inputs } of components)
    for (const node of inputs) {
      const { text } = node;
      if (text === undefined || text.includes('$')) continue;
      if (text.includes('*')) {
        if (patterns.has(text) || patterns.size > MAX_PATTERNS) continue;
        patterns.add(text);
        const [head = '', tail = ''] = text.split('*', 2);
        for (const [id, one] of givers) if (id.startsWith(head) && id.endsWith(tail)) used.add(one);
        continue;
      }
      // A route gives each of its ways a name of its own: `router.errors`.
      const one = givers.get(text) ?? givers.get(text.replace(/\.[^.]*$/, ''));
      if (one) used.add(one);
      else if (!beside.has(text) && !beside.has(text.replace(/\.[^.]*$/, '')))
        missing.push(
          partial === undefined
            ? known(`input ${text}, which nothing defines`, node.at)
            : unknown(`${partial}, and here it takes ${text}`, node.at),
        );
    }
  const unused = patterns.size > MAX_PATTERNS ? [] : [...givers.values()].filter((one) => !used.has(one));
  return {
    undefinedNames: missing,
    unusedNames: unused.map(({ kind, id, node }) =>
      partial === undefined
        ? known(`${kind} ${id}`, node.keyAt)
        : unknown(`${partial}, and nothing here takes the ${kind} ${id}`, node.keyAt),
    ),
  };
}
