import type { Subject } from '../../../model/index.ts';
import { indexBy, referenceKey, type KubernetesObject } from '../object.ts';
import { canarySubjects } from './flagger.ts';
import { flagRollback, isFeatureFlag } from './flags.ts';
import { gitopsSubjects, isFluxSource, isProject } from './gitops.ts';
import { analysisSubject } from './metrics.ts';
import { isAnalysisTemplate, type Templates } from './templates.ts';

/** What objects other than workloads say of releases: templates of analyses, canaries, what brings sources into clusters. */
export function releaseSubjects(
  objects: readonly KubernetesObject[],
  templates: Templates,
): readonly Subject[] {
  const sources = indexBy(objects.filter(isFluxSource), ({ namespace, kind, name }) => [
    referenceKey(namespace, kind, name),
  ]);
  const projects = indexBy(objects.filter(isProject), ({ name }) => [
    referenceKey(undefined, 'AppProject', name),
  ]);
  return objects.flatMap((object): readonly Subject[] => {
    if (isAnalysisTemplate(object)) return [analysisSubject(object)];
    if (isFeatureFlag(object)) return [flagRollback(object)];
    if (object.group === 'flagger.app' && object.kind === 'Canary') return canarySubjects(object, templates);
    return gitopsSubjects(object, sources, projects);
  });
}
