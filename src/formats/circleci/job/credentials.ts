import { isCloudKey } from '../../../delivery/index.ts';
import { known, type Fact } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import type { DataNode } from '../../data-node.ts';
import { commandOf, type Step } from '../read/steps.ts';
import { scriptText } from '../read/text.ts';
import type { JobRun } from '../read/workflow.ts';

const OIDC = /\bCIRCLE_OIDC_TOKEN(?:_V2)?\b/;
const VARIABLE = /\$\{?([A-Z][A-Z0-9_]*)/g;
/** Parameters of orbs that name a role to take on by a token of the job, and those that name long-lived keys. */
const FEDERATED = /^(?:role[-_]arn|workload[-_]identity.*|.*[-_]identity[-_]pool[-_]provider.*)$/;
const STATIC =
  /^(?:aws[-_](?:access[-_]key[-_]id|secret[-_]access[-_]key)|gcloud[-_]service[-_]key|azure[-_]sp[-_]password)$/;

/** How a job proves who it is: by a token of its own, or by a key that its scripts or orbs name. */
export function credentialsOf(
  { entry, definition }: JobRun,
  steps: readonly Step[],
): Fact<'federated' | 'static' | 'none'> {
  const own = definition?.kind === 'here' ? keyOf(definition.node) : undefined;
  if (own) return known('static', own);
  let federated: Location | undefined;
  for (const step of steps) {
    const key = keyIn(step);
    if (key) return known('static', key);
    federated ??= tokenIn(step);
  }
  return federated ? known('federated', federated) : known('none', entry.header);
}

/** A variable that holds a key, of a job, its first image or a step; beside a session's token it is short-lived. */
function keyOf(holder: DataNode): Location | undefined {
  const [image] = holder.get('docker').items();
  const entries = [holder, image].flatMap((one) => one?.get('environment').entries() ?? []);
  if (entries.some(([name]) => name.endsWith('SESSION_TOKEN'))) return undefined;
  return entries.find(([name, value]) => isCloudKey(name) && value.exists)?.[1].header;
}

function keyIn(step: Step): Location | undefined {
  const { node } = step;
  const given = keyOf(node);
  if (given) return given;
  const command = commandOf(step);
  if (command) {
    const { text, placeOf } = scriptText(command, step.parameters);
    for (const match of text.matchAll(VARIABLE)) {
      if (isCloudKey(match[1] ?? ''))
        return placeOf({ start: match.index, end: match.index + match[0].length });
    }
  }
  return step.orb && node.entries().find(([name, value]) => STATIC.test(name) && value.exists)?.[1].at;
}

function tokenIn(step: Step): Location | undefined {
  const { node, orb } = step;
  const command = commandOf(step);
  if (command && OIDC.test(command.text ?? '')) return command.at;
  return orb && node.entries().find(([input, value]) => FEDERATED.test(input) && value.exists)?.[1].at;
}
