import { credentialsOfAction, isCloudKey } from '../../../delivery/index.ts';
import { known, type Fact } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';
import { expressionsIn } from '../read/expression.ts';
import { actionName } from '../read/library.ts';
import { stepsOf, type JobRun, type Step } from '../read/run.ts';
import { scalarPlaces } from '../../scalar-places.ts';

/** How a job proves who it is to what it deploys to. One long-lived key is enough to call it static. */
export function credentialsOf(run: JobRun): Fact<'federated' | 'static' | 'none'> {
  let federated: Location | undefined;
  const steps = stepsOf(run);
  for (const step of steps) {
    const uses = step.node.get('uses').text;
    const given = step.node.get('with');
    const use = uses && credentialsOfAction(actionName(uses), (name) => scalarText(given.get(name)));
    if (!use) continue;
    const at = given.get(use.name).at;
    if (use.kind === 'static') return known('static', at);
    federated ??= at;
  }
  const { job } = run;
  const maps = [job.workflow.node, job.node, ...steps.map(({ node }) => node)].map((node) => node.get('env'));
  const key = firstOf(maps, keyInMap) ?? firstOf(steps, keyInStep);
  if (key) return known('static', key);
  return federated ? known('federated', federated) : known('none', job.node.header);
}

function firstOf<T>(items: readonly T[], find: (item: T) => Location | undefined): Location | undefined {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return undefined;
}

/** A variable with the name of a cloud's key, or a value from a secret with such a name. */
function keyInMap(map: DataNode): Location | undefined {
  for (const [name, node] of map.entries()) {
    const secret = secretIn(node.text ?? '');
    if (secret && (isCloudKey(name) || isCloudKey(secret.name))) return node.at;
  }
  return undefined;
}

function keyInStep({ node }: Step): Location | undefined {
  const inputs = keyInMap(node.get('with'));
  if (inputs) return inputs;
  const script = node.get('run');
  const text = script.text ?? '';
  const secret = secretsIn(text).find(
    ({ name, start }) => isCloudKey(name) || isCloudKey(assignedAt(text, start) ?? ''),
  );
  return secret && scalarPlaces(script)(secret);
}

/** The variable that a script fills with what begins at a place: `export AWS_ACCESS_KEY_ID=${{ … }}`. */
function assignedAt(text: string, start: number): string | undefined {
  return /\b(\w{1,80})=["']?$/.exec(text.slice(Math.max(0, start - 90), start))?.[1];
}

interface Secret {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The first secret in a text that is a cloud's key, else the first secret. */
function secretIn(text: string): Secret | undefined {
  const secrets = secretsIn(text);
  return secrets.find(({ name }) => isCloudKey(name)) ?? secrets[0];
}

function secretsIn(text: string): readonly Secret[] {
  return expressionsIn(text).flatMap(({ start, end, body }) => {
    const name = /\bsecrets\.([\w-]+)/.exec(body)?.[1];
    return name === undefined ? [] : [{ name, start, end }];
  });
}
