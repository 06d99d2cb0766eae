import { known, unknown, type Fact, type ScrapeFacts } from '../../../model/index.ts';
import { namesOfAddress, namesOfPattern } from '../../../monitoring/index.ts';
import { hasPlaceholder } from '../../../syntax/promql/index.ts';
import type { DataNode } from '../../data-node.ts';
import { actionOf, commonFacts, relabelings, setting, sourcesOf, textFact } from './settings.ts';

/** Jobs for everything that is annotated, or for what passes on the metrics of others: their names are none of services. */
const SHARED =
  /^(?:kubernetes-|prometheus-(?:pods|services|endpoints)$)|^(?:pods|nodes?|endpoints|services|integrations|federate|blackbox.*|pushgateway|static|targets|default|job)$/;

/** Facts of one entry of `scrape_configs`, or of an object that holds one. */
export function jobFacts(
  job: DataNode,
  source: 'job' | 'scrape-config',
  interval: Fact<number>,
  name: DataNode,
): ScrapeFacts {
  const targets = staticTargets(job);
  return {
    system: 'prometheus',
    source,
    job: jobFact(job, name),
    targets,
    discoveries: discoveriesOf(job),
    selection: null,
    services: servicesOf(job, name, targets),
    workloads: [],
    mismatch: known(null, name.at),
    ...commonFacts(job, interval),
  };
}

function groupsOf(job: DataNode): readonly DataNode[] {
  return setting(job, 'static_configs').items();
}

function staticTargets(job: DataNode): readonly Fact<string>[] {
  return groupsOf(job).flatMap((group) =>
    group
      .get('targets')
      .items()
      .map((target) =>
        target.text === undefined ? unknown('the target is no text', target.at) : textFact(target, ''),
      ),
  );
}

/** `kubernetes` for `kubernetes_sd_configs` and `kubernetesSDConfigs`. */
function discoveriesOf(job: DataNode): readonly string[] {
  const names = job.entries().flatMap(([key]) => /^(.+?)(?:_sd_configs|SDConfigs)$/.exec(key)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** The job's name, unless something else is put in its place. */
function jobFact(job: DataNode, name: DataNode): Fact<string> {
  const makes = relabelings(job, 'relabel_configs', 'relabelings').find(
    (step) => setting(step, 'target_label').text === 'job',
  );
  if (makes) return unknown('relabeling makes the label job', makes.header);
  const metrics = relabelings(job, 'metric_relabel_configs', 'metricRelabelings').find(
    (step) => setting(step, 'target_label').text === 'job',
  );
  if (metrics) return unknown('relabeling makes the label job', metrics.header);
  const honor = setting(job, 'honor_labels');
  if (honor.value === true) return unknown('what is asked may state the label job itself', honor.at);
  const stated = groupsOf(job)
    .map((group) => group.get('labels', 'job'))
    .find(({ exists }) => exists);
  if (stated) return unknown('its targets state the label job themselves', stated.at);
  return textFact(name, '');
}

/** Labels that discoveries give, and that name the thing found. */
const NAMING =
  /^__meta_(?:kubernetes_(?:service_name|pod_controller_name|endpoints_name|(?:service|pod)_label_(?:app|app_kubernetes_io_name|k8s_app|component|service))|consul_service|dockerswarm_service_name|docker_container_label_com_docker_compose_service|ecs_service.*)$/;

function servicesOf(
  job: DataNode,
  name: DataNode,
  targets: readonly Fact<string>[],
): ScrapeFacts['services'] {
  const kept = relabelings(job, 'relabel_configs', 'relabelings')
    .filter((step) => actionOf(step) === 'keep' && sourcesOf(step).length === 1)
    .filter((step) => NAMING.test(sourcesOf(step)[0] ?? ''))
    .flatMap((step) => namesOfPattern(step.get('regex').text ?? ''));
  const labels = groupsOf(job).flatMap((group) =>
    ['service', 'app', 'application', 'component'].flatMap((label) => group.get('labels', label).text ?? []),
  );
  const hosts = targets.flatMap(({ value }) => (typeof value === 'string' ? namesOfAddress(value) : []));
  const own =
    name.text === undefined || SHARED.test(name.text) || hasPlaceholder(name.text) ? [] : [name.text];
  const names = [...own, ...kept, ...labels, ...hosts].filter((one) => !hasPlaceholder(one));
  return known([...new Set(names)], name.at);
}
