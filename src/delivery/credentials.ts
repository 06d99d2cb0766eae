import type { Inputs } from './action.ts';
import credentials from './tables/credentials.json' with { type: 'json' };

export interface CredentialUse {
  readonly kind: 'static' | 'federated';
  /** The input or variable that says so. */
  readonly name: string;
}

const VARIABLES = new RegExp(credentials.variables, 'i');

/** How an action proves who it is to a cloud, by its inputs. A long-lived key counts more than a federated identity. */
export function credentialsOfAction(action: string, inputs: Inputs): CredentialUse | undefined {
  const key = action.toLowerCase();
  for (const entry of credentials.inputs) {
    if (!entry.match.some((name) => (name.endsWith('*') ? key.startsWith(name.slice(0, -1)) : key === name)))
      continue;
    const long = entry.static.find((name) => inputs(name));
    if (long !== undefined) return { kind: 'static', name: long };
    const short = entry.federated.find((name: string) => inputs(name));
    if (short !== undefined) return { kind: 'federated', name: short };
  }
  return undefined;
}

/**
 * Is a variable of this name a long-lived key of a cloud or a hosting platform? Platforms that take nothing else (Fly,
 * Heroku, Netlify, Railway, Render, Hetzner, Linode) are left out: there is nothing better to use.
 */
export function isCloudKey(variable: string): boolean {
  return VARIABLES.test(variable);
}
