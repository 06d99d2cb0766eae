import { isPlaceholder, namesPlace } from './placeholder.ts';

/** Last words of what takes a secret: `master_password`, `MasterUserPassword`, `DB_PASSWORD`, `auth.clientSecret`. */
const NAMES: ReadonlySet<string> = new Set([
  'password',
  'passwd',
  'passphrase',
  'access key',
  'account key',
  'api key',
  'apikey',
  'preshared key',
  'private key',
  'secret key',
  'shared key',
  'client secret',
  'shared secret',
  'secret data',
  'secret string',
  'plaintext value',
  'access token',
  'api token',
  'auth token',
  'bearer token',
  'bot token',
  'github token',
  'hub token',
  'oauth token',
  'refresh token',
  'secret token',
]);

/** Switches, not secrets: `MANAGE_PASSWORD=true`. */
const SWITCH = /^(?:true|false|yes|no|on|off|enabled?|disabled?|optional|required|0|1)$/i;

/** What all of them end in: most names of a tree do not, and need not be taken apart. */
const LAST = new RegExp(
  `(?:${[...new Set([...NAMES].map((name) => name.slice(-3)))].join('|')})[^a-z0-9]*$`,
  'i',
);

/** Characters: shorter texts are words that stand for something, or that a throw-away database takes. */
export const SHORTEST_SECRET = 8;

/** Does what has this name take a secret? */
export function takesSecret(name: string): boolean {
  if (!LAST.test(name)) return false;
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  return NAMES.has(words.slice(-1).join('')) || NAMES.has(words.slice(-2).join(' '));
}

/** Is a text, given where a secret belongs, one: not empty, no placeholder, switch, or place where one is kept? */
export function isLiteralSecret(text: string): boolean {
  const trimmed = text.trim();
  return trimmed !== '' && !SWITCH.test(trimmed) && !isPlaceholder(trimmed) && !namesPlace(trimmed);
}
