import { valueOf } from '../../model/index.ts';
import type { DraftContext } from '../context.ts';
import type { FoundComponent } from '../found/components.ts';
import type { Located } from '../found/subjects.ts';
import { mapping, scalar, sequence, type Mapping } from '../text/node.ts';

/** Components with where they are and whom they call, and the documents on the architecture. */
export function architecture(context: DraftContext): Mapping | undefined {
  return mapping({
    components: sequence(context.components.map((one) => component(one, context.owners.of.get(one.name)))),
    documents: sequence(
      context.found.of('document').flatMap(({ facts, location }) => {
        const [first] = facts.sections;
        const title = first?.level === 1 ? (valueOf(facts.title) ?? '') : '';
        const named = /\barchitecture\b/i.test(title) || /(?:^|\/)architecture\.[a-z]+$/i.test(facts.path);
        return named ? [scalar(facts.path, [location])] : [];
      }),
    ),
  });
}

function component(
  { name, kind, kindHow, from, files, resources, dependsOn }: FoundComponent,
  owner: Located<string> | undefined,
): Mapping | undefined {
  const first = from.slice(0, 1);
  return mapping({
    name: scalar(name, first),
    kind: kind && scalar(kind, first, kindHow),
    owner: owner && scalar(owner.value, [owner.at]),
    dependsOn: sequence([...dependsOn].map(([other, at]) => scalar(other, [at]))),
    files: sequence([...files].map(([path, at]) => scalar(path, [at]))),
    resources: sequence([...resources].map(([address, at]) => scalar(address, [at]))),
  });
}
