import { known, purposeOf, unknown, type Fact } from '../../../model/index.ts';
import type { KubernetesObject } from '../object.ts';

/** Is it production, by the environment of the object's path or namespace, else by the first name that tells? */
export function productionOf(
  object: KubernetesObject,
  ...names: readonly (string | undefined)[]
): Fact<boolean> {
  for (const name of [object.environment, ...names]) {
    const purpose = name === undefined ? undefined : purposeOf(name);
    if (purpose) return known(purpose === 'production', object.location);
  }
  const reason =
    object.environment === undefined
      ? 'neither the path nor the namespace tells the environment'
      : `the name \`${object.environment}\` does not say whether it is production`;
  return unknown(reason, object.location);
}
