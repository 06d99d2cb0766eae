import { known, type SubjectOf } from '../../model/index.ts';
import { isLiteralSecret, takesSecret, SHORTEST_SECRET } from '../../secrets/index.ts';
import type { Location } from '../../source/index.ts';

/** What collectors and log shippers call what opens something, besides what everything calls it. */
const KEYS =
  /(?:^|[-_.])token$|^(?:splunk|hec|ingestion|license|api|insert|write|shared|hmac)[-_.]?key$|^http_passwd$/i;

/** Headers that say who sends. */
const HEADERS = /^(?:proxy-)?authorization$|^x-.*(?:key|token)$|^(?:[a-z-]+-)?api-?key$/i;

/** Settings whose names end so, and that hold names, files or numbers. */
const OTHERS = /(?:_file|_path|_field|_name|_header|_type|_url|_uri|_env|_id|_label)$/i;

/** A setting, and the part that it stands in. */
export interface Setting {
  readonly key: string;
  /** Whose it is: `exporter otlp`. */
  readonly owner: string;
  readonly text: string;
  readonly at: Location;
  readonly id: string;
  /** Key of the map that it stands in; any name may be one of a header. */
  readonly parent?: string;
}

/** What opens something, where a setting takes that: written out, or filled in later. Undefined for other settings. */
export function telemetryCredential(setting: Setting): Omit<SubjectOf<'credential'>, 'format'> | undefined {
  const { key, owner, text, at, id } = setting;
  const inAddress = passwordIn(text);
  if (inAddress === undefined && !holdsSecret(setting)) return undefined;
  const secret = (inAddress ?? text).replace(/^(?:Bearer|Basic|Splunk|Token|Api-?Key)\s+/i, '');
  const literal = secret.length >= SHORTEST_SECRET && !isFilledInLater(secret) && isLiteralSecret(secret);
  if (!literal && !isFilledInLater(secret)) return undefined;
  return {
    kind: 'credential',
    id,
    name: inAddress === undefined ? `${key} of ${owner}` : `password in ${key} of ${owner}`,
    location: at,
    facts: { literal: known(literal, at), shown: known(false, at) },
  };
}

function holdsSecret({ key, parent = '' }: Setting): boolean {
  if (OTHERS.test(key)) return false;
  if (/headers?$/i.test(parent)) return HEADERS.test(key);
  return takesSecret(key) || KEYS.test(key) || (key === 'key' && parent === 'api');
}

/** The password of `https://user:password@host`, or of a data source: `password=x`. */
function passwordIn(text: string): string | undefined {
  return (
    /^[a-z][a-z0-9+.-]{0,20}:\/\/[^/\s:@]*:([^/\s@]+)@/i.exec(text)?.[1] ??
    /(?:^|[;\s])(?:password|AccountKey|SharedAccessKey)=([^;\s]+)/i.exec(text)?.[1]
  );
}

/** `${env:TOKEN}`, `$TOKEN`, `#{ENV['TOKEN']}`, `SECRET[vault.token]`, `{{ token }}`. */
function isFilledInLater(text: string): boolean {
  return /\$\{|\$[A-Za-z_]|#\{|SECRET\[|\{\{|%\{/.test(text);
}

/** Levels of settings that are looked into; real ones have six. */
const DEEPEST = 24;

/** A part of a file, and what it holds. */
export interface SettingsPart {
  readonly value: unknown;
  readonly locate: (path: readonly (string | number)[]) => Location;
  readonly owner: string;
  readonly id: string;
}

/** What opens something, anywhere below a part of a file. */
export function credentialsBelow({
  value,
  locate,
  owner,
  id,
}: SettingsPart): readonly Omit<SubjectOf<'credential'>, 'format'>[] {
  const found: Omit<SubjectOf<'credential'>, 'format'>[] = [];
  const visit = (node: unknown, path: readonly (string | number)[], parent: string): void => {
    if (typeof node !== 'object' || node === null || path.length > DEEPEST) return;
    const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(node)
      ? node.map((item: unknown, index) => [index, item] as const)
      : Object.entries(node);
    for (const [key, child] of entries) {
      const here = [...path, key];
      if (typeof child !== 'string') visit(child, here, String(key));
      else {
        const setting = { key: String(key), owner, text: child, parent, id: `${id}.${here.join('.')}` };
        const one = telemetryCredential({ ...setting, at: locate(here) });
        if (one) found.push(one);
      }
    }
  };
  visit(value, [], '');
  return found;
}
