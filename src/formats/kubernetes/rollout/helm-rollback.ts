import { known, unknown, type Fact, type SubjectOf } from '../../../model/index.ts';
import { subjectFrom, type KubernetesObject } from '../object.ts';
import { booleanFact, numberFact } from '../read.ts';

/**
 * Flux sends a failed upgrade back when it may try again, or says that its last failure is remedied; with neither
 * the failed release stays, and someone goes back by hand. Uninstalling is no way back.
 */
export function helmRollback(object: KubernetesObject): SubjectOf<'rollback'> | undefined {
  const spec = object.root.get('spec');
  const upgrade = spec.get('upgrade');
  const remediation = upgrade.get('remediation');
  if (spec.get('maxHistory').value === 1) return undefined;
  const retries = numberFact(remediation.get('retries'), 0);
  const uninstalls = remediation.get('strategy').value === 'uninstall';
  const onlyRetries = upgrade.get('strategy', 'name').value === 'RetryOnFailure';
  const last = booleanFact(remediation.get('remediateLastFailure'), retries.value !== 0);
  const stated = [remediation, upgrade].find(({ exists }) => exists)?.header ?? object.location;
  const goesBack = (retries.value !== 0 || last.value === true) && !uninstalls && !onlyRetries;
  return subjectFrom(object, 'rollback', {
    mechanism: known('helm-rollback', stated),
    automatic: typeof retries.value === 'number' ? known(goesBack, stated) : (retries as Fact<never>),
    target:
      object.environment === undefined
        ? unknown('neither the path nor the namespace tells the environment', object.location)
        : known(object.environment, object.location),
    provider: `${object.kind} ${object.name}`,
  });
}
