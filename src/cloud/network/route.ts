import type { SubjectOf } from '../../model/index.ts';
import { byDefault, type Part } from '../resource/part.ts';
import { peersOf } from '../resource/peers.ts';
import { isSet } from '../resource/setting.ts';
import type { Stack } from '../resource/stack.ts';
import table from './routes.json' with { type: 'json' };

interface RouteType {
  /** The block that holds each, where they stand in a table of routes. */
  readonly block?: string;
  readonly destinations: readonly string[];
  readonly peering: string;
}

const TYPES: Readonly<Record<string, RouteType>> = table;

/** Ways out of a network, on their own or in a table of routes. */
export function routes(stack: Stack): readonly SubjectOf<'route'>[] {
  return Object.entries(TYPES).flatMap(([name, type]) =>
    stack.of(name).flatMap((resource) => {
      const { block } = type;
      const parts: readonly Part[] = block === undefined ? [resource] : resource.parts(block);
      return parts.map((part, index) => {
        const address = block === undefined ? resource.address : `${resource.address}.${block}[${index}]`;
        return stack.subject('route', { address, at: part.at }, factsOf(part, type));
      });
    }),
  );
}

function factsOf(part: Part, { destinations, peering }: RouteType): SubjectOf<'route'>['facts'] {
  return {
    provider: 'aws',
    destinations: peersOf(part, destinations),
    overPeering: byDefault(isSet(part, peering), part),
  };
}
