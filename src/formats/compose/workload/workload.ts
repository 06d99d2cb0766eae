import {
  known,
  purposeOf,
  requestsOf,
  unknown,
  valueOf,
  type Fact,
  type RolloutStrategy,
  type Subject,
  type SubjectOf,
} from '../../../model/index.ts';
import { derived, firstOf, stated } from '../read/facts.ts';
import type { Service } from '../read/services.ts';
import { filled, numberOf, type Variables } from '../read/variables.ts';
import { containerFacts } from './container.ts';
import { givenTo } from './given.ts';
import { loosened } from './loosened.ts';
import { toldOf } from './telemetry.ts';
import { servesOf } from './ports.ts';

export interface Naming {
  readonly id: string;
  readonly environment: string | undefined;
}

/** The service as a workload, and what a Swarm is told of how it is replaced. */
export function serviceSubjects(service: Service, variables: Variables, naming: Naming): readonly Subject[] {
  const { name, location, all } = service;
  const { id, environment } = naming;
  const common = { id, name, format: 'compose', ...(environment !== undefined && { environment }), location };
  const replicas = replicasOf(service, variables);
  const containers = [containerFacts(service, variables)];
  const strategy = strategyOf(service, variables, replicas);
  const production = productionOf(service, environment);
  const none = unknown('Compose keeps no old versions', location);
  const workload: SubjectOf<'workload'> = {
    kind: 'workload',
    ...common,
    facts: {
      type: TYPE,
      namespace: unknown('Compose has no namespaces', location),
      production,
      labels: labelsOf(service, variables),
      replicas,
      mostReplicas: replicas,
      podRequests: requestsOf(containers),
      hostNetwork: isHost(service, 'network_mode', variables),
      hostPid: isHost(service, 'pid', variables),
      hostIpc: isHost(service, 'ipc', variables),
      serviceAccount: unknown('Compose has no service accounts', location),
      serves: servesOf(service),
      containers,
      strategy,
      analysis: known(false, location),
      ...toldOf(service, variables),
      ...givenTo(service, variables),
      ...loosened(service),
      revisionHistoryLimit: none,
    },
  };
  const update = all.get('deploy', 'update_config');
  if (!update.exists) return [workload];
  const failure = update.get('failure_action');
  const rollsBack = stated(failure, false, (node) =>
    derived(filled(node, variables), (action) => action === 'rollback'),
  );
  const notAsked = known(null, location);
  return [
    workload,
    {
      kind: 'rollout',
      ...common,
      facts: {
        type: 'Swarm service',
        strategy,
        production,
        gated: notAsked,
        weights: notAsked,
        analysisSkipped: known(false, location),
        judged: notAsked,
        rollsBack,
        oldKept: notAsked,
        templates: [],
      },
    },
    ...(valueOf(rollsBack) === true
      ? [
          {
            kind: 'rollback' as const,
            ...common,
            facts: {
              mechanism: known('rollout-undo' as const, rollsBack.at),
              automatic: rollsBack,
              target:
                environment === undefined
                  ? unknown('the path does not tell the environment', location)
                  : known(environment, location),
              provider: `service ${name}`,
            },
          },
        ]
      : []),
  ];
}

/** What policies know a service of Compose by. */
const TYPE = 'Compose service';

function productionOf({ location }: Service, environment: string | undefined): Fact<boolean> {
  const purpose = environment === undefined ? undefined : purposeOf(environment);
  if (purpose) return known(purpose === 'production', location);
  return unknown(
    environment === undefined
      ? 'the path does not tell the environment'
      : `the name \`${environment}\` does not say whether it is production`,
    location,
  );
}

function isHost({ all }: Service, key: string, variables: Variables): Fact<boolean> {
  return stated(all.get(key), false, (node) => derived(filled(node, variables), (mode) => mode === 'host'));
}

function replicasOf({ all, location }: Service, variables: Variables): Fact<number> {
  const deploy = all.get('deploy');
  if (deploy.get('mode').node?.text === 'global') return unknown('one runs on each node', location);
  return stated(firstOf(deploy.get('replicas'), all.get('scale')), 1, (node) => numberOf(node, variables));
}

function labelsOf({ all }: Service, variables: Variables): Readonly<Record<string, string>> {
  const labels: [string, string][] = [];
  for (const { name, written } of [
    ...all.get('labels').assignments(),
    ...all.get('deploy', 'labels').assignments(),
  ]) {
    const text = written === undefined ? undefined : variables.fill(written);
    if (text && 'text' in text) labels.push([name, text.text]);
  }
  return Object.fromEntries(labels);
}

/** A Swarm replaces as it is told; Compose stops the old container before it starts the new one. */
function strategyOf(
  { all, location }: Service,
  variables: Variables,
  replicas: Fact<number>,
): Fact<RolloutStrategy> {
  const update = all.get('deploy', 'update_config');
  if (!update.exists)
    return unknown('the files do not tell whether Compose or a Swarm runs the service', location);
  const order = update.get('order').node?.text;
  if (order === 'start-first') return known('rolling', update.get('order').at);
  const together = stated(update.get('parallelism'), 1, (node) => numberOf(node, variables));
  const count = valueOf(replicas);
  const parallel = valueOf(together);
  if (count === undefined || parallel === undefined)
    return unknown('the files do not tell how many are replaced at once', update.at);
  return known(parallel > 0 && parallel < count ? 'rolling' : 'recreate', together.at);
}
