import { isCloudKey } from '../../../delivery/index.ts';
import { known, unknown, type Fact } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import { keysFromOutside } from '../../script-text.ts';
import { afterScriptOf, scriptOf } from '../read/script.ts';
import { assignedBy } from '../read/variables.ts';
import type { JobRun } from '../pipeline/run.ts';

/** How a job proves who it is to what it deploys to. One long-lived key is enough to call it static. */
export function credentialsOf(run: JobRun): Fact<'federated' | 'static' | 'none'> {
  const { config } = run.plan;
  const job = config.job(run.name);
  const key = keyIn(run);
  if (key) return known('static', key);
  for (const [name, secret] of job.get('secrets').entries()) {
    if (isCloudKey(name))
      return unknown(
        `what kind of key the vault gives for \`${name}\` is set outside the files`,
        secret.header,
      );
  }
  const tokens = config.key(run.name, 'id_tokens');
  if (tokens.isMap && tokens.entries().length > 0) return known('federated', tokens.header);
  return known('none', job.header);
}

/** GitLab's agent for Kubernetes fills these itself, for as long as a job runs. */
const GIVEN: ReadonlySet<string> = new Set(['KUBECONFIG']);

/** A variable with the name of a cloud's key that is filled from another, or a script that takes such a variable. */
function keyIn(run: JobRun): Location | undefined {
  const { config } = run.plan;
  const { name } = run;
  const own = assignedBy(run);
  const keys = keysFromOutside(own);
  const holders = [config.job(name).get('variables'), config.top.get('variables')];
  for (const holder of holders) {
    for (const [variable, value] of holder.entries()) {
      const filled = /\$\{?(\w+)/.exec(value.text ?? '')?.[1];
      if (filled !== undefined && (isCloudKey(variable) || isCloudKey(filled))) return value.at;
    }
  }
  for (const script of [scriptOf(run), afterScriptOf(run)]) {
    for (const match of script.text.matchAll(/\$\{?(\w+)\}?/g)) {
      const variable = match[1] ?? '';
      if (!(isCloudKey(variable) || keys.has(variable)) || own.has(variable) || GIVEN.has(variable)) continue;
      return script.placeOf({ start: match.index, end: match.index + match[0].length });
    }
  }
  return undefined;
}
