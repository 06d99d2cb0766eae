import type { DraftContext } from '../context.ts';
import { mapping, scalar, sequence, type Mapping } from '../text/node.ts';

/** Who is named as the owner of a component. */
export function people({ owners }: DraftContext): Mapping | undefined {
  return mapping({
    people: sequence(
      [...owners.people].map(([name, { called, at }]) =>
        mapping({ name: scalar(name, [at], name === called ? undefined : `\`${called}\``) }),
      ),
    ),
  });
}
