import { isCloudKey } from '../../../delivery/index.ts';
import { known, unknown, type Fact } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import { scriptOf } from '../activities/script.ts';
import type { JobRead, PipelineRead, StageRead } from '../read/pipeline.ts';
import type { View } from '../template/scope.ts';

/** Must someone approve? Approvals are checks of environments and service connections, which Azure DevOps keeps. */
export function approvalOf(job: JobRead, environment: string | undefined): Fact<'required' | 'none'> {
  const node = job.view.get('environment');
  if (node.exists) {
    const written = node.isMap ? node.get('name') : node;
    const name = environment ?? written.node.text ?? '';
    return unknown(
      `who must approve environment \`${name}\` is set outside the files (approvals and checks in Azure DevOps)`,
      node.at,
    );
  }
  const connection = connectionOf(job);
  if (!connection) return known('none', headerOf(job));
  return unknown(
    `who must approve the use of service connection \`${connection.name}\` is set outside the files (approvals and checks in Azure DevOps)`,
    connection.at,
  );
}

/** Where a job has its name; of one that is not among the files, where it is named. */
const headerOf = ({ view, hidden }: JobRead): Location => hidden?.at ?? view.header;

/** Can two runs deploy at once? Exclusive locks are checks of environments and service connections, too. */
export function serializedOf(job: JobRead, stage: StageRead, { view }: PipelineRead): Fact<boolean> {
  const batch = view.get('trigger', 'batch');
  if (/^true$/i.test(batch.text ?? '')) return known(true, batch.at);
  const lock = [stage.view, view].map((one) => one.get('lockBehavior')).find((one) => one.exists);
  if (lock) {
    return unknown('whether there is an exclusive lock to wait for is set outside the files', lock.at);
  }
  const environment = job.view.get('environment');
  if (environment.exists) {
    return unknown(
      'whether the environment has an exclusive lock is set outside the files (approvals and checks in Azure DevOps)',
      environment.at,
    );
  }
  const connection = connectionOf(job);
  if (!connection) return known(false, headerOf(job));
  return unknown(
    `whether service connection \`${connection.name}\` has an exclusive lock is set outside the files`,
    connection.at,
  );
}

/** How a job proves who it is to what it deploys to. */
export function credentialsOf(
  job: JobRead,
  stage: StageRead,
  pipeline: PipelineRead,
): Fact<'federated' | 'static' | 'none'> {
  const inputs = job.steps.flatMap(({ view }) => staticInput(view) ?? []);
  const maps = [
    ...job.steps.map(({ view }) => view.get('env')),
    ...[job.view, stage.view, pipeline.view].map((view) => view.get('variables')),
  ];
  const [key] = [...inputs, ...maps.flatMap((map) => keyIn(map) ?? [])];
  if (key) return known('static', key);
  const login = job.steps.flatMap(({ view }) => loginIn(view) ?? [])[0];
  if (login) return login;
  const connection = connectionOf(job);
  if (!connection) return known('none', job.view.header);
  return unknown(
    `whether service connection \`${connection.name}\` keeps a secret or is federated is set outside the files`,
    connection.at,
  );
}

/** A variable that is named like a cloud's key, and takes its value from one that the files do not hold. */
function keyIn(map: View): Location | undefined {
  for (const [name, view] of map.isMap ? map.entries() : []) {
    if (isCloudKey(name) && view.text?.includes('$(')) return view.at;
  }
  return undefined;
}

const LOGIN = /\baz login\b[^\n|;&]*--service-principal\b[^\n|;&]*/;

/** `az login` with a password, or with a token of the run. */
function loginIn(step: View): Fact<'federated' | 'static'> | undefined {
  const node = scriptOf(step)?.view.target.node;
  const match = LOGIN.exec(node?.text ?? '');
  if (!node || !match) return undefined;
  const at = scalarPlaces(node)({ start: match.index, end: match.index + match[0].length });
  if (match[0].includes('--federated-token')) return known('federated', at);
  return /\s(?:-p|--password)[\s=]/.test(match[0]) ? known('static', at) : undefined;
}

/** The token of a static site is a key that does not end. */
function staticInput(step: View): Location | undefined {
  const token = step.get('inputs', 'azure_static_web_apps_api_token');
  return token.exists ? token.at : undefined;
}

/** Inputs of tasks that name a service connection to what is deployed to. */
const CONNECTIONS =
  /^(?:azuresubscription(?:endpoint)?|(?:azureresourcemanager|kubernetesservice)connection|connectedservicename(?:arm)?|kubernetesserviceendpoint|azuresubscriptionendpointforsecrets|environmentservicename\w*|backendservicearm|awscredentials|sshendpoint|serviceconnectionname|endpoint)$/i;

function connectionOf({ steps }: JobRead): { readonly name: string; readonly at: Location } | undefined {
  for (const { view } of steps) {
    for (const [name, input] of view.get('inputs').entries()) {
      if (CONNECTIONS.test(name) && input.text) return { name: input.text, at: input.at };
    }
  }
  return undefined;
}
