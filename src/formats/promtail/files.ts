import { known, unknown, type TelemetryPipelineFacts } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';

/** Labels by which a rule chooses the pods of its own machine, which others of the same DaemonSet choose on theirs. */
const OWN_MACHINE = /^__meta_kubernetes_pod_node_name$|^__host__$/;

/** Files that jobs read: as their labels say, or those of the pods that they find. */
export function filesOf(jobs: readonly DataNode[]): TelemetryPipelineFacts['files'] {
  const found: string[] = [];
  let open: TelemetryPipelineFacts['files'];
  for (const job of jobs) {
    const searches = job.get('kubernetes_sd_configs').items();
    const paths = job
      .get('static_configs')
      .items()
      .flatMap((config) => config.get('labels', '__path__').text ?? []);
    const excluded = job
      .get('static_configs')
      .items()
      .flatMap((config) => config.get('labels', '__path_exclude__').text ?? []);
    if (searches.length + paths.length === 0) continue;
    const choosing = choosingOf(job);
    if (choosing) {
      open ??= unknown(
        `a rule of its job ${job.get('job_name').text ?? ''} may leave them out`,
        choosing.header,
      );
      continue;
    }
    found.push(...paths, ...excluded.map((path) => `!${path}`));
    for (const search of searches) {
      if (search.get('role').text !== 'pod' || search.get('selectors').exists)
        open ??= unknown('it finds its files by what the cluster says', search.header);
      else found.push(...namespacesOf(search).map((name) => `/var/log/pods/${name}_*/*/*.log`));
    }
  }
  return found.length > 0 && !(open && found.some((one) => one.startsWith('!')))
    ? known(found, jobs[0]?.header)
    : open;
}

function namespacesOf(search: DataNode): readonly string[] {
  const names = search.get('namespaces', 'names').items();
  return names.length === 0 ? ['*'] : names.flatMap(({ text }) => text ?? []);
}

/** What of a job chooses among pods or lines: a rule that keeps or drops, a stage that does. */
function choosingOf(job: DataNode): DataNode | undefined {
  const rules = job.get('relabel_configs').items();
  const rule = rules.find((one) => {
    const sources = one.get('source_labels').items();
    return (
      /^(?:keep|drop)/.test(one.get('action').text ?? '') &&
      !(sources.length > 0 && sources.every(({ text = '' }) => OWN_MACHINE.test(text)))
    );
  });
  const stages = job.get('pipeline_stages').items();
  return (
    rule ?? stages.find((stage) => stage.get('drop').exists || stage.get('match', 'action').text === 'drop')
  );
}
