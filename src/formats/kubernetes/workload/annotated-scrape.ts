import { known, unknown, type SubjectOf } from '../../../model/index.ts';
import { subjectFrom, type KubernetesObject } from '../object.ts';
import { isWorkload, podTemplate } from './kinds.ts';

/** Pods and Services that carry the annotation by which collectors usually find what they ask. */
export function annotatedScrape(object: KubernetesObject): SubjectOf<'scrape'> | undefined {
  const isService = object.group === '' && object.kind === 'Service';
  if (!isService && !isWorkload(object)) return undefined;
  const holder = isService ? object.root : podTemplate(object);
  const annotations = holder.get('metadata', 'annotations');
  const wanted = annotations.get('prometheus.io/scrape');
  if (wanted.written?.toLowerCase() !== 'true') return undefined;
  const scheme = annotations.get('prometheus.io/scheme');
  const { at } = wanted;
  return subjectFrom(object, 'scrape', {
    system: 'prometheus',
    source: 'annotation',
    job: unknown('the collector names the job of what is annotated', at),
    targets: [],
    discoveries: ['kubernetes'],
    selection: null,
    services: known([object.name], at),
    workloads: isService ? [] : [object.id],
    mismatch: known(null, at),
    intervalSeconds: unknown('whoever collects decides how often', at),
    encrypted: known(scheme.text?.toLowerCase() === 'https', scheme.exists ? scheme.at : at),
    authenticated: unknown('whoever collects decides what it shows', at),
    droppedMetrics: [],
  });
}
