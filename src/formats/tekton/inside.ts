import type { DataDocument } from '../../syntax/data/index.ts';
import { podOf } from '../cluster-objects.ts';
import type { DataNode } from '../data-node.ts';
import { objectsOf, type TektonObject } from './read/objects.ts';

/** The pods that tasks run as. */
export function inside(document: DataDocument): readonly DataDocument[] {
  return objectsOf(document).flatMap((object) => {
    const { kind, spec, name } = object;
    if (kind === 'Task' || kind === 'ClusterTask' || kind === 'StepAction')
      return podIn(spec, name, spec.get('\0'), object);
    if (kind === 'TaskRun') return podIn(spec.get('taskSpec'), name, spec.get('podTemplate'), object);
    const pipeline = kind === 'PipelineRun' ? spec.get('pipelineSpec') : spec;
    if (kind !== 'Pipeline' && kind !== 'PipelineRun') return [];
    const template = [spec.get('taskRunTemplate', 'podTemplate'), spec.get('podTemplate')].find(
      (one) => one.isMap,
    );
    const tasks = [...pipeline.get('tasks').items(), ...pipeline.get('finally').items()];
    return tasks.flatMap((task) =>
      podIn(
        task.get('taskSpec'),
        `${name}/${task.get('name').text ?? ''}`,
        template ?? spec.get('\0'),
        object,
      ),
    );
  });
}

/** Steps run one after another in one pod, beside the sidecars. What a step takes from elsewhere runs there. */
function podIn(
  spec: DataNode,
  name: string,
  template: DataNode,
  { namespace, node, kind }: TektonObject,
): readonly DataDocument[] {
  const base = spec.get('stepTemplate');
  const single = spec.get('image').exists ? [spec] : [];
  const steps = spec
    .get('steps')
    .items()
    .filter((step) => !step.has('ref'));
  const sidecars = spec.get('sidecars').items();
  const containers = [...[...single, ...steps].map((step) => [step, base]), ...sidecars.map((one) => [one])];
  if (containers.length === 0) return [];
  return [
    podOf({
      name,
      namespace,
      lists: { initContainers: [], containers },
      spec: {
        securityContext: template.get('securityContext'),
        hostNetwork: template.get('hostNetwork'),
      },
      given: kind.endsWith('Run') ? {} : { securityContext: 'what the run that it is a part of says' },
      otherwise: node.get('metadata', 'name').exists ? node.get('metadata', 'name') : node.get('kind'),
    }),
  ];
}
