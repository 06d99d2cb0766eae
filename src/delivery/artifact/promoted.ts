import { isUnknown, known, unknown, valueOf, type Fact } from '../../model/index.ts';
import type { Activity, Job } from '../pipeline/pipeline.ts';
import type { Before } from '../deploy/before.ts';
import { targetsOf } from '../deploy/target.ts';

/** What writes files for a cluster builds nothing that runs. */
const MANIFESTS = /^(?:kustomize|helm|kubectl|cdk|cdktf|docs|mkdocs)\b/i;
const IMAGES = /build|jib|kaniko|\bko\b|pack\b/i;

/**
 * Is what another environment had before built again for this one? The same is what the same command deploys. Null where
 * it is deployed to no other environment before.
 */
export function rebuilt(
  job: Job,
  first: Activity,
  before: Before,
  target: Fact<string>,
): Fact<boolean | null> {
  const own = job.activities();
  const build = own.slice(0, own.indexOf(first)).find(builds);
  const { by } = first.recognition;
  let open: Fact<never> | undefined;
  for (const { activity, job: other } of before.activities) {
    const { kind, by: same } = activity.recognition;
    if (other === job || kind !== 'deploy' || same !== by || activity.onFailure) continue;
    if (!build) return known(false, first.at);
    const there = targetsOf(other, [activity]).map((one) => one.target);
    const unsure = [target, ...there].find(({ value }) => isUnknown(value));
    if (unsure && isUnknown(unsure.value)) open ??= unknown(unsure.value.unknown, build.at);
    else if (there.every((one) => valueOf(one) !== valueOf(target)))
      return known(true, build.at, [
        { location: activity.at, message: 'another environment was deployed to before, here' },
      ]);
  }
  return open ?? known(null, job.header);
}

function builds({ recognition: { kind, by }, onFailure }: Activity): boolean {
  if (onFailure || MANIFESTS.test(by)) return false;
  return kind === 'build' || (kind === 'package' && IMAGES.test(by));
}
