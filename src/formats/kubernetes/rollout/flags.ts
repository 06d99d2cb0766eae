import { known, unknown, type SubjectOf } from '../../../model/index.ts';
import { subjectFrom, type KubernetesObject } from '../object.ts';

/** Flags of OpenFeature's operator, which flagd serves: someone takes a new behavior back by changing one. */
export function isFeatureFlag({ group, kind }: KubernetesObject): boolean {
  return group === 'core.openfeature.dev' && (kind === 'FeatureFlag' || kind === 'FeatureFlagConfiguration');
}

/** The way back that flags are. */
export function flagRollback(object: KubernetesObject): SubjectOf<'rollback'> {
  const flags = object.root.get('spec', 'flagSpec');
  const at = flags.exists ? flags.header : object.location;
  return subjectFrom(object, 'rollback', {
    mechanism: known('feature-flag', at),
    automatic: known(false, at),
    target:
      object.environment === undefined
        ? unknown('neither the path nor the namespace tells the environment', object.location)
        : known(object.environment, object.location),
    provider: `${object.kind} ${object.name}`,
  });
}
