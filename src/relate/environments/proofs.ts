import { known, unknown, valueOf, type DeployJobFacts, type SubjectOf } from '../../model/index.ts';
import { relatedTo } from '../facts.ts';
import { groupBy, type Subjects } from '../subjects.ts';
import { isReleased } from './found.ts';

/** What clusters hold against what is handed to them. */
export interface Cluster {
  readonly proofs: readonly SubjectOf<'artifact-proof'>[];
  /** Workloads that a new version replaces step by step, by their environment. */
  readonly released: ReadonlyMap<string, readonly SubjectOf<'workload'>[]>;
}

export function indexCluster(subjects: Subjects): Cluster {
  const released = subjects.of('workload').filter(isReleased);
  return {
    proofs: subjects.of('artifact-proof'),
    released: groupBy(released, ({ environment }) => (environment === undefined ? [] : [environment])),
  };
}

/** Commands that hand manifests to a cluster, which looks at their images. */
const TO_CLUSTERS = /^(?:kubectl|oc|helm|helmfile|kustomize|skaffold|kapp|argocd|flux)\b/;

/** Does the job hand what it deploys to a cluster of Kubernetes? */
function deploysToCluster({ recognizedBy }: DeployJobFacts): boolean {
  return TO_CLUSTERS.test(valueOf(recognizedBy) ?? '');
}

/** What the pipeline does not sign or check, its system may sign, and the cluster may ask for. */
export function attestedOf(
  job: SubjectOf<'deploy-job'>,
  target: string,
  proofs: readonly SubjectOf<'artifact-proof'>[],
): DeployJobFacts['attested'] {
  const { attested } = job.facts;
  if (attested.value !== false) return attested;
  const signing = proofs.filter(({ facts }) => facts.how === 'signs' && job.facts.system === 'tekton');
  if (signing.length > 0) return known(true, attested.at, relatedTo(signing, 'what is built is signed here'));
  if (!deploysToCluster(job.facts)) return attested;
  const asking = proofs.filter(
    ({ facts, environment }) =>
      facts.how === 'verifies' &&
      facts.enforced.value === true &&
      (environment === undefined || environment === target),
  );
  const [first] = asking;
  if (!first) return attested;
  const places = relatedTo(asking, 'signatures are asked for here');
  if (asking.some(({ facts }) => valueOf(facts.images)?.some((image) => /^\*+$/.test(image))))
    return known(true, attested.at, places);
  const reason = `the ${first.facts.type} ${first.name} asks for signatures of some images, which may be its`;
  return unknown(reason, attested.at, places);
}

/**
 * What a pipeline hands over and leaves, the cluster may judge: where an analysis, or someone who promotes it, judges all
 * that is released in its environment, the deploy is verified.
 */
export function verifiedOf(
  { facts }: SubjectOf<'deploy-job'>,
  released: readonly SubjectOf<'workload'>[],
): DeployJobFacts['verifiedAfter'] {
  const { verifiedAfter } = facts;
  if (verifiedAfter.value !== false || !deploysToCluster(facts) || released.length === 0)
    return verifiedAfter;
  if (released.some((one) => one.facts.analysis.value !== true)) return verifiedAfter;
  const places = released.map((one) => ({ location: one.facts.analysis.at ?? one.location }));
  return known(true, verifiedAfter.at, relatedTo(places, 'the release is judged here'));
}
