import type { Unseen } from '../../../delivery/index.ts';
import type { CiFile, Files } from './files.ts';
import { createLoader, type Met } from './include.ts';
import type { Scope, Value } from './value.ts';

/** A pipeline's configuration: a file with all that it includes. */
export interface Config extends Met {
  /** The file it starts from. */
  readonly path: string;
  readonly top: Value;
  /** Names of its jobs, without hidden ones. */
  readonly names: readonly string[];
  readonly stages: readonly string[];
  /** Neither a pipeline by its name nor included by one that is there: what it runs with is not known. */
  readonly isPart: boolean;
  /** A job with all that it extends. */
  job(name: string): Value;
  /** A key of a job, or what the defaults say of it. */
  key(name: string, key: string): Value;
  /** A variable of a job, else of the pipeline. */
  variable(name: string, variable: string): Value | undefined;
  /** What a job extends that is not among the files. */
  unresolved(name: string): Unseen | undefined;
}

const KEYWORDS: ReadonlySet<string> = new Set([
  'default',
  'include',
  'stages',
  'variables',
  'workflow',
  'image',
  'services',
  'cache',
  'before_script',
  'after_script',
  'spec',
  'types',
  'true',
  'nil',
  'false',
]);

/** Defaults that may stand at the top, too, as they did before there was `default`. */
const AT_TOP: ReadonlySet<string> = new Set(['image', 'services', 'cache', 'before_script', 'after_script']);
/** How deep GitLab follows `extends`; and more than anybody names at once. */
const LEVELS = 11;
const EXTENDED = 50;
const STAGES = ['build', 'test', 'deploy'];

/** The configuration that a file is. */
export function createConfig(file: CiFile, files: Files, isPart: boolean): Config {
  return configOf(file.path, files, isPart, (loader) => loader.load(file, undefined));
}

/** The configuration of a child pipeline, which a job's `trigger` includes. */
export function createChild(parent: Config, trigger: Value, files: Files): Config {
  const entries = trigger.get('include').values();
  return configOf(
    parent.path,
    files,
    false,
    (loader) => loader.include(entries, trigger.get('inputs')),
    trigger,
  );
}

function configOf(
  path: string,
  files: Files,
  isPart: boolean,
  load: (loader: ReturnType<typeof createLoader>) => Value | undefined,
  trigger?: Value,
): Config {
  const met: Met = { unseen: [], missing: [], foreign: [], paths: new Set(), contexts: new Map() };
  const loaded: { top?: Value } = {};
  let depth = 0;
  const lookup: Scope['lookup'] = ([first, ...rest]) => {
    if (!loaded.top || first === undefined || depth >= LEVELS) return undefined;
    depth++;
    const named = job(first).get(...rest);
    depth--;
    return named.exists ? named : undefined;
  };
  const loader = createLoader(path, files, met, lookup, trigger !== undefined);
  const found = load(loader) ?? trigger?.get('nothing');
  if (!found) throw new TypeError('a configuration is a file or the pipeline of a trigger');
  const own: Value = found;
  loaded.top = own;
  const jobs = new Map<string, Value>();

  function job(name: string, level = 0): Value {
    const made = jobs.get(name);
    if (made) return made;
    const raw = own.get(name);
    jobs.set(name, raw);
    let base: Value | undefined;
    for (const extended of level < LEVELS ? raw.get('extends').texts().slice(0, EXTENDED) : []) {
      const one = job(extended, level + 1);
      if (one.isMap) base = base ? one.over(base) : one;
    }
    const merged = base ? raw.over(base) : raw;
    jobs.set(name, merged);
    return merged;
  }

  const key = (name: string, wanted: string): Value => {
    const stated = job(name);
    if (stated.has(wanted)) return stated.get(wanted);
    if (!inherits(stated.get('inherit', 'default'), wanted)) return stated.get(wanted);
    const byDefault = own.get('default', wanted);
    if (byDefault.exists) return byDefault;
    return AT_TOP.has(wanted) && own.has(wanted) ? own.get(wanted) : stated.get(wanted);
  };

  return {
    ...met,
    path,
    top: own,
    isPart,
    names: own.entries().flatMap(([name, value]) => (isJob(name, value) ? [name] : [])),
    stages: stagesOf(own),
    job: (name) => job(name),
    key,
    variable: (name, variable) => {
      const stated = job(name);
      const found = [
        stated.get('variables', variable),
        ...(inherits(stated.get('inherit', 'variables'), variable) ? [own.get('variables', variable)] : []),
      ].find((value) => value.exists);
      return found?.isMap ? found.get('value') : found;
    },
    unresolved: (name) => unresolved(name, own, new Set()),
  };
}

function isJob(name: string, value: Value): boolean {
  return !name.startsWith('.') && !KEYWORDS.has(name) && value.isMap;
}

/** `.pre` and `.post` are always there; without `stages` GitLab has three. */
function stagesOf(top: Value): readonly string[] {
  const stages = top.get('stages').texts();
  const named = stages.length > 0 ? stages : STAGES;
  return ['.pre', ...named.filter((stage) => stage !== '.pre' && stage !== '.post'), '.post'];
}

function inherits(inherit: Value, name: string): boolean {
  if (!inherit.exists) return true;
  return inherit.isList ? inherit.texts().includes(name) : inherit.flag !== false;
}

function unresolved(name: string, top: Value, seen: Set<string>): Unseen | undefined {
  if (seen.has(name) || seen.size > 100) return undefined;
  seen.add(name);
  for (const value of top.get(name).get('extends').values()) {
    const { text } = value;
    if (text === undefined) continue;
    if (!top.get(text).exists) {
      return { reason: `\`${name}\` extends \`${text}\`, which is not among the files`, at: value.at };
    }
    const found = unresolved(text, top, seen);
    if (found) return found;
  }
  return undefined;
}
