import type { FoundComponent } from './found/components.ts';
import type { FoundEnvironment } from './found/environments.ts';
import type { Stacks } from './found/address.ts';
import type { Owners } from './found/owners.ts';
import type { Found } from './found/subjects.ts';

/** What every section of a draft is made from. */
export interface DraftContext {
  readonly found: Found;
  readonly environments: readonly FoundEnvironment[];
  readonly components: readonly FoundComponent[];
  readonly stacks: Stacks;
  /** Who owns what by CODEOWNERS, as people of the plan. */
  readonly owners: Owners;
  /** Paths of all files that were read. */
  readonly files: readonly string[];
}

/** The component that a subject is, by its id. */
export function componentOf({ components }: DraftContext, id: string): FoundComponent | undefined {
  return components.find(({ subjects }) => subjects.has(id));
}

/** The component that something calls by name. */
export function componentNamed({ components }: DraftContext, name: string): FoundComponent | undefined {
  return components.find((component) => component.name.toLowerCase() === name.toLowerCase());
}
