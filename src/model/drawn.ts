import { known, type Fact } from './fact.ts';
import type { SubjectOf } from './subject.ts';
import type { Location } from '../source/index.ts';

/** One thing that a diagram or catalog has, as formats find it. */
export interface DrawnComponent {
  readonly name: string;
  readonly type: 'component' | 'external';
  readonly owner?: Fact<string>;
  readonly location: Location;
  readonly dependsOn: readonly { readonly name: string; readonly location: Location }[];
}

/**
 * The subject of something drawn; what the plan has of it is joined.
 * @param source with the path of the file that has it, where another one includes that
 */
export function drawnSubject(
  drawn: DrawnComponent,
  source: { readonly id: string; readonly format: string; readonly path?: string },
): SubjectOf<'architecture-component'> {
  const { name, type, owner, location, dependsOn } = drawn;
  const notJoined = known(null);
  return {
    kind: 'architecture-component',
    id: source.id,
    name,
    format: source.format,
    location,
    facts: {
      path: source.path ?? location.file.path,
      name: known(name, location),
      type,
      owner: owner ?? known(null, location),
      dependsOn: dependsOn.map((one) => ({ name: known(one.name, one.location), planned: notJoined })),
      planned: notJoined,
    },
  };
}
