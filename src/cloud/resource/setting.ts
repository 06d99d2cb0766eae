import { isUnknown, known, unknown, type Fact } from '../../model/index.ts';
import { anyTrue, derive } from './logic.ts';
import { boolOf, byDefault, factOf, numberOf, partsOn, textOf, wayTo, type Part } from './part.ts';
import type { Value } from './value.ts';

/** Where a type of resource says something, and what its provider does when it does not: an entry of a table. */
export interface Setting {
  /** Names of blocks or properties, and of the attribute at their end. */
  readonly on?: readonly string[];
  /** Only in blocks whose attributes have these texts: `{"Key": "access_logs.s3.enabled"}`. */
  readonly where?: Readonly<Record<string, string>>;
  /** What holds where the attribute is not set. */
  readonly absent?: string | number | boolean;
  /** Why that cannot be told. */
  readonly varies?: string;
  /** Why it cannot be told where the block around the attribute is missing too; the default holds within the block. */
  readonly bare?: string;
  /** The texts that mean yes; any other means no. */
  readonly when?: readonly string[];
  /** The texts that mean no; any other means yes. */
  readonly unless?: readonly string[];
  /** True means no, and false yes. */
  readonly inverted?: boolean;
  /** To be set at all means yes. */
  readonly present?: boolean;
  /** Attributes that make it false whatever else is set. */
  readonly unlessSet?: readonly string[];
  /** Settings that make it true whatever else is set, each with the text that does, or several. */
  readonly trueWhen?: Readonly<Record<string, string | readonly string[]>>;
  /** Settings that make it false whatever else is set. */
  readonly falseWhen?: Readonly<Record<string, string | readonly string[]>>;
  /** Attributes that make it true when they are set, whatever else is. */
  readonly trueWhenSet?: readonly string[];
  readonly always?: string | number | boolean;
  readonly untold?: string;
}

/** One place for a thing, or several, newest first: the first that is set counts, and the last one's default. */
export type Settings = Setting | readonly Setting[];

export function boolSetting(resource: Part, settings: Settings): Fact<boolean> {
  const own = readSetting(resource, settings, boolOf, 'true or false');
  const set = [settings].flat().flatMap(({ trueWhenSet = [] }) => trueWhenSet);
  const present = set.filter((name) => isSet(resource, name)).map((name) => presence(resource, name));
  return anyTrue([...present, own], own);
}

export function numberSetting(resource: Part, settings: Settings): Fact<number> {
  return readSetting(resource, settings, numberOf, 'a number');
}

export function textSetting(resource: Part, settings: Settings): Fact<string> {
  return readSetting(resource, settings, textOf, 'a text');
}

/** What the first of several places states; undefined where all leave it to the default. */
export function boolStated(resource: Part, settings: Settings): Fact<boolean> | undefined {
  return firstStated(resource, settings, boolOf, 'true or false');
}

/** The same of a text. */
export function textStated(resource: Part, settings: Settings): Fact<string> | undefined {
  return firstStated(resource, settings, textOf, 'a text');
}

/** What is stated, else the default. */
function readSetting<T extends string | number | boolean>(
  resource: Part,
  settings: Settings,
  read: (value: Value) => T | undefined,
  wanted: string,
): Fact<T> {
  return (
    firstStated(resource, settings, read, wanted) ?? absentSetting(resource, [settings].flat().at(-1) ?? {})
  );
}

function firstStated<T extends string | number | boolean>(
  resource: Part,
  settings: Settings,
  read: (value: Value) => T | undefined,
  wanted: string,
): Fact<T> | undefined {
  for (const setting of [settings].flat()) {
    const stated = statedSetting(resource, setting, read, wanted);
    if (stated) return stated;
  }
  return undefined;
}

/** A version of TLS however it is written, `TLS1_2`, as `1.2`; a minimum that is turned off lets in the oldest. */
export function tlsVersionOf(written: Fact<string>): Fact<string> {
  return derive(written, (text) => `1.${/1[._](\d)/.exec(text)?.[1] ?? '0'}`);
}

/** What the resource itself says, or cannot but be; undefined where it leaves that to the default. */
export function statedSetting<T extends string | number | boolean>(
  resource: Part,
  setting: Setting,
  read: (value: Value) => T | undefined,
  wanted: string,
): Fact<T> | undefined {
  if (setting.always !== undefined) return byDefault(setting.always as T, resource);
  if (setting.untold !== undefined) return unknown(setting.untold, resource.at, resource.related);
  // These only stand where a boolean is read.
  const closing = setting.unlessSet?.find((name) => isSet(resource, name));
  if (closing !== undefined)
    return known(false as T, resource.get(closing)?.at ?? resource.at, resource.related);
  const decided =
    decidedBy(resource, setting.trueWhen, true) ?? decidedBy(resource, setting.falseWhen, false);
  if (decided) return decided as Fact<T>;
  const way = setting.on ?? [];
  const attribute = way.at(-1) ?? '';
  for (const part of partsOn(resource, way.slice(0, -1)).filter((each) => has(each, setting.where))) {
    const fact = settingIn(part, attribute, setting, read, wanted);
    if (fact) return fact;
  }
  return undefined;
}

function decidedBy(resource: Part, texts: Setting['trueWhen'], result: boolean): Fact<boolean> | undefined {
  for (const [name, wanted] of Object.entries(texts ?? {})) {
    const value = resource.get(name);
    if (value && [wanted].flat().includes(textOf(value) ?? ''))
      return known(result, value.at, wayTo(value, resource));
  }
  return undefined;
}

function settingIn<T extends string | number | boolean>(
  part: Part,
  attribute: string,
  { present, inverted, when, unless }: Setting,
  read: (value: Value) => T | undefined,
  wanted: string,
): Fact<T> | undefined {
  const value = part.get(attribute);
  if (part.uncertain !== undefined) return unknown(part.uncertain, part.at, part.related);
  if (present) return isSet(part, attribute) ? (presence(part, attribute) as unknown as Fact<T>) : undefined;
  if (!value) return undefined;
  if (inverted) return derive(factOf(value, part, boolOf, wanted), (yes) => !yes) as unknown as Fact<T>;
  if (when === undefined && unless === undefined) return factOf(value, part, read, wanted);
  const yes = (text: string): boolean => (when ? when.includes(text) : !unless?.includes(text));
  return derive(factOf(value, part, textOf, 'a text'), yes) as unknown as Fact<T>;
}

function has(part: Part, texts: Setting['where'] = {}): boolean {
  if (part.uncertain !== undefined) return true;
  return Object.entries(texts).every(([name, text]) => {
    const value = part.get(name);
    return value !== undefined && textOf(value) === text;
  });
}

/** What is known after apply only is there; what is not known at all may also be null. */
function presence(part: Part, name: string): Fact<boolean> {
  const value = part.get(name);
  if (!value) return byDefault(true, part.parts(name)[0] ?? part);
  const related = wayTo(value, part);
  if (value.kind === 'unknown' && !value.reference && !value.parts)
    return unknown(value.reason, value.at, related);
  return known(true, value.at, related);
}

/** The provider's default, with what is missing where. */
export function absentSetting<T extends string | number | boolean>(
  resource: Part,
  { on: way = [], where, absent, varies, bare }: Setting,
): Fact<T> {
  if (absent === undefined)
    return unknown(varies ?? `${way.at(-1) ?? 'it'} is not set`, resource.at, resource.related);
  const { holder, missing } = holderOf(resource, way, where);
  if (bare !== undefined && missing.length > 1) return unknown(bare, holder.at, holder.related);
  const fact = byDefault(absent as T, holder);
  if (missing.length === 0 || isUnknown(fact.value)) return fact;
  const names = missing.length > 1 && where ? [...missing.slice(0, -1), ...Object.values(where)] : missing;
  const note = { location: holder.at, message: `${names.join('.')} is not set here` };
  return known(absent as T, fact.at, [note, ...(fact.related ?? [])]);
}

/** The innermost block on the way that exists, whose header is where the attribute is missing, and the rest of the way. */
function holderOf(
  resource: Part,
  way: readonly string[],
  where: Setting['where'],
): { readonly holder: Part; readonly missing: readonly string[] } {
  for (let length = way.length - 1; length > 0; length--) {
    const parts = partsOn(resource, way.slice(0, length));
    // An entry of a list that is about something else is not where it is missing.
    const part = length < way.length - 1 ? parts[0] : parts.find((each) => has(each, where));
    if (part) return { holder: part, missing: way.slice(length) };
  }
  return { holder: resource, missing: way };
}

/** An empty text or list is how one leaves an attribute out on condition. */
export function isSet(part: Part, name: string): boolean {
  const value = part.get(name);
  if (value?.kind === 'string') return value.value !== '';
  if (value?.kind === 'list' || value?.kind === 'tuple' || value?.kind === 'set')
    return value.items.length > 0;
  return value !== undefined || part.parts(name).length > 0;
}
