import { isCloudKey } from '../../../delivery/index.ts';
import { known, type Fact } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import { assignedIn, keysFromOutside } from '../../script-text.ts';
import { partsOf, type Part } from '../read/script.ts';
import type { Step } from '../read/step.ts';

const VARIABLE = /\$\{?([A-Z]\w*)/g;
/** Variables of pipes that hold a long-lived key, and those that name what the step's own token is changed for. */
const STATIC = /^(?:KEY_FILE|GCLOUD_API_KEYFILE|PASSWORD|FTP_PASSWORD|SSH_KEY|TOKEN|ACCOUNT_KEY)$/;
const FEDERATED = /^(?:AWS_OIDC_ROLE_ARN|AWS_ROLE_ARN|WORKLOAD_IDENTITY_.*|.*_OIDC_.*|AZURE_OIDC.*)$/;

/** How a step proves who it is: by a token of its own, or by a key that its script or its pipes name. */
export function credentialsOf(step: Step): Fact<'federated' | 'static' | 'none'> {
  const parts = ['script', 'after-script'].flatMap((key) => partsOf(step.node.get(key), step.header));
  for (const part of parts) {
    const key = keyIn(part);
    if (key) return known('static', key);
  }
  const oidc = step.node.get('oidc');
  if (oidc.value === true) return known('federated', oidc.at);
  return known('none', step.header);
}

function keyIn(part: Part): Location | undefined {
  if (part.kind === 'pipe') {
    const given = part.variables.entries();
    if (given.some(([name, value]) => FEDERATED.test(name) && value.exists)) return undefined;
    return given.find(([name, value]) => (isCloudKey(name) || STATIC.test(name)) && value.exists)?.[1].at;
  }
  const { text, placeOf } = part.script;
  const own = assignedIn(text);
  const keys = keysFromOutside(own);
  for (const match of text.matchAll(VARIABLE)) {
    const name = match[1] ?? '';
    if ((isCloudKey(name) || keys.has(name)) && !own.has(name))
      return placeOf({ start: match.index, end: match.index + match[0].length });
  }
  return undefined;
}
