import { known, valueOf, type Fact, type SubjectOf } from '../../model/index.ts';
import { isLiteralSecret, takesSecret } from '../../secrets/index.ts';
import { valueParts, textOf, wayTo, type Part } from '../resource/part.ts';
import { jsonValue } from '../resource/policy-json.ts';
import type { Stack } from '../resource/stack.ts';
import type { Value } from '../resource/value.ts';
import { scriptSecrets } from './script.ts';
import table from './settings.json' with { type: 'json' };

/** Something that takes settings, and how it is called: a resource, a provider, a call of a module. */
export interface Holder {
  readonly address: string;
  /** Of a resource. */
  readonly type?: string;
  readonly part: Part;
}

/** A setting that takes a secret. */
interface Setting {
  /** The names that lead to it: `environment.variables.DB_PASSWORD`. */
  readonly way: string;
  readonly value: Value;
  readonly part: Part;
}

/** An attribute of a type of resource that takes a secret, though its name does not tell; only where another says so. */
interface TypeSetting {
  readonly attribute: string;
  readonly where?: string;
  readonly is?: string;
}

interface Walk {
  readonly type: string;
  readonly found: Setting[];
}

const MAX_DEPTH = 8;
const TAGS: ReadonlySet<string> = new Set(table.tags);
const JSON_TEXTS: ReadonlySet<string> = new Set(table.json);
const BY_TYPE: Readonly<Record<string, TypeSetting>> = table.byType;
/** What such a variable has is the name of a secret. */
const REFERRING: ReadonlySet<string> = new Set(table.referring);
const FOREIGN: ReadonlySet<string> = new Set(table.foreign);

/** Where everyone who may look at the stack can read a value; undefined where nobody can. */
export type Shown = (value: Value) => Fact<boolean> | undefined;

/** What takes secrets among the resources of a stack, and in what else it is `given`. */
export function credentials(
  stack: Stack,
  given: readonly Holder[] = [],
  shown: Shown = () => undefined,
): readonly SubjectOf<'credential'>[] {
  const resources = stack.resources
    .filter(({ managed, type }) => managed && !FOREIGN.has(type))
    .map((part) => ({ address: part.address, type: part.type, part }));
  const places = new Set<string>();
  return [...resources, ...given].flatMap((holder) =>
    credentialsOf(stack, holder, shown).filter(({ facts }) => {
      // A default that many take is one secret in the code.
      const bad = [facts.literal, facts.shown].find((fact) => valueOf(fact) === true);
      if (!bad?.at) return true;
      const place = `${bad.at.file.path}:${bad.at.span.start}`;
      const isNew = !places.has(place);
      places.add(place);
      return isNew;
    }),
  );
}

function credentialsOf(
  stack: Stack,
  { address, type = '', part }: Holder,
  shown: Shown,
): SubjectOf<'credential'>[] {
  const found: Setting[] = [];
  settingsIn(part, '', 0, { type, found });
  const named = (way: string, literal: Fact<boolean>, exposed?: Fact<boolean>): SubjectOf<'credential'> => {
    const facts = { literal, shown: exposed ?? known(false, literal.at, literal.related) };
    const subject = stack.subject('credential', { address: `${address}.${way}`, at: part.at }, facts);
    return { ...subject, name: `${way} of ${address}` };
  };
  return [
    ...found.map(({ way, value, part: from }) => named(way, literalOf(value, from), shown(value))),
    ...scriptSecrets(part).map(({ way, fact }) => named(way, fact)),
  ];
}

function settingsIn(part: Part, way: string, depth: number, walk: Walk): void {
  if (depth > MAX_DEPTH) return;
  const named = variableOf(part);
  if (named) walk.found.push({ ...named, way: way === '' ? named.way : `${way}.${named.way}` });
  for (const name of part.names()) {
    if (TAGS.has(name)) continue;
    const value = part.get(name);
    const here = way === '' ? name : `${way}.${name}`;
    if (value && JSON_TEXTS.has(name)) {
      const json = jsonIn(value);
      if (json) {
        for (const inner of valueParts(json, part.related)) settingsIn(inner, here, depth + 1, walk);
        continue;
      }
    }
    const takes = takesSecret(name) || (way === '' && isSecretOf(walk.type, name, part));
    if (value && takes && isText(value)) walk.found.push({ way: here, value, part });
    else for (const inner of part.parts(name)) settingsIn(inner, here, depth + 1, walk);
  }
}

function isSecretOf(type: string, name: string, part: Part): boolean {
  const setting = BY_TYPE[type];
  if (setting?.attribute !== name) return false;
  const decides = setting.where === undefined ? undefined : part.get(setting.where);
  return setting.where === undefined || (decides !== undefined && textOf(decides) === setting.is);
}

/** A variable that is a pair of name and value, as containers and builds have them. */
function variableOf(part: Part): Setting | undefined {
  const name = part.get('name') ?? part.get('Name') ?? part.get('key') ?? part.get('Key');
  const value = part.get('value') ?? part.get('Value');
  const way = name && textOf(name);
  if (way === undefined || !value || !takesSecret(way)) return undefined;
  const type = part.get('type') ?? part.get('Type');
  if (type && REFERRING.has(textOf(type) ?? '')) return undefined;
  return { way, value, part };
}

function jsonIn(value: Value): Value | undefined {
  const json = ('encoded' in value ? value.encoded.value : undefined) ?? jsonValue(value);
  return json?.kind === 'object' || json?.kind === 'map' || json?.kind === 'tuple' || json?.kind === 'list'
    ? json
    : undefined;
}

function isText(value: Value): boolean {
  return value.kind === 'string' || value.kind === 'number' || value.kind === 'unknown';
}

/** What is not known here comes from elsewhere: from whoever applies it, a secret manager, or a resource. */
export function literalOf(value: Value, from: Pick<Part, 'related'>): Fact<boolean> {
  const text = value.kind === 'string' || value.kind === 'number' ? textOf(value) : undefined;
  return known(text !== undefined && isLiteralSecret(text), value.at, wayTo(value, from));
}
