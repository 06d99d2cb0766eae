import { known, unknown, type Fact } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import { precededBy, type Before } from '../deploy/before.ts';

/** Actions that from version 4 on attach a provenance, without a signature, to what they push. */
const ATTACHING: ReadonlySet<string> = new Set(['docker/build-push-action', 'docker/bake-action']);

/** As `DeployJobFacts.attested`. */
export function attestedBefore(before: Before, header: Location): Fact<boolean | null> {
  const fact = precededBy('proof', before, header);
  if (fact.value !== false) return fact;
  const pushes = before.activities
    .map(({ activity }) => activity)
    .filter(({ recognition, onFailure }) => recognition.kind === 'package' && !onFailure);
  if (pushes.length === 0) return known(null, header);
  const attaching = pushes.find(({ recognition }) => ATTACHING.has(recognition.by.toLowerCase()));
  return attaching
    ? unknown(
        `\`${attaching.recognition.by}\` attaches a provenance by itself, which nobody has signed`,
        attaching.at,
        fact.related,
      )
    : fact;
}
