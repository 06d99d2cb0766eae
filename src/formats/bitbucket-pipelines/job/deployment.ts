import { isDeployName, type Job } from '../../../delivery/index.ts';
import { known, purposeOf, unknown, type Fact } from '../../../model/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';
import { partsOf } from '../read/script.ts';
import type { Step, Unit } from '../read/step.ts';

/** A stage holds its environment for all of its steps. */
export function deploymentOf({ node, stage }: Step): DataNode | undefined {
  return [node.get('deployment'), stage?.get('deployment')].find((one) => one?.text);
}

/** Bitbucket lets one pipeline at a time deploy to an environment, and one at a time be in a group. */
export function serializedOf(step: Step): Fact<boolean> {
  const group = [step.node, step.stage].map((holder) => holder?.get('concurrency-group'));
  const said = [deploymentOf(step), ...group].find((one) => one?.exists);
  return said ? known(true, said.at) : known(false, step.header);
}

/** Besides by manual steps, people are asked by Bitbucket itself. */
export function approvalOf(step: Step, environment: string | undefined): Fact<'required' | 'none'> {
  const deployment = deploymentOf(step);
  if (!deployment) return known('none', step.header);
  const name = environment ?? deployment.text ?? '';
  const reason = `who may deploy to environment \`${name}\` is set outside the files (deployment permissions in Bitbucket)`;
  return unknown(reason, deployment.at);
}

/** Which step of a stage the stage's environment is for. */
export type Recorders = (stage: DataNode) => Step | undefined;

/** One that is seen to deploy, else one whose name says so, else the first. */
export function createRecorders(units: readonly Unit[], deploys: (step: Step) => boolean): Recorders {
  const stages = new Map<DataNode, Step[]>();
  for (const step of units.flat()) {
    if (!step.stage) continue;
    const steps = stages.get(step.stage) ?? [];
    stages.set(step.stage, steps);
    steps.push(step);
  }
  const found = new Map<DataNode, Step | undefined>();
  return (stage) => {
    if (!found.has(stage)) {
      const steps = stages.get(stage) ?? [];
      found.set(stage, steps.find(deploys) ?? steps.find(({ id }) => isDeployName(id)) ?? steps[0]);
    }
    return found.get(stage);
  };
}

/** What pipes are told of where to deploy. */
export function toldToPipes({ node, header }: Step): Job['telling'] {
  return partsOf(node.get('script'), header).flatMap((part) => {
    if (part.kind !== 'pipe') return [];
    return part.variables.entries().flatMap(([key, value]) => {
      const text = WHERE.test(key) ? scalarText(value) : undefined;
      return text === undefined || text.includes('$') || !isEnvironment(text)
        ? []
        : [[text, value.at] as const];
    });
  });
}

const WHERE =
  /^(?:.*ENVIRONMENT.*|.*STACK.*|.*CLUSTER.*|.*NAMESPACE.*|.*SERVICE_NAME|.*APP_NAME|.*APPLICATION.*|S3_BUCKET|BUCKET|.*FUNCTION_NAME|RESOURCE_GROUP|REMOTE_PATH|KUBECTL_APPLY_ARGS|ALIAS)$/;

const isEnvironment = (text: string): boolean =>
  text.split(/[\s/_.-]+/).some((part) => purposeOf(part) !== undefined);
