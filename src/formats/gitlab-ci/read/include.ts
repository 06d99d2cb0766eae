import type { Unseen } from '../../../delivery/index.ts';
import type { CiFile, Files } from './files.ts';
import { admittedBy } from '../rules/rule.ts';
import { ALL } from '../rules/context.ts';
import { foldersAbove } from './files.ts';
import { jobsOfComponent, jobsOfTemplate } from './templates.ts';
import { Value, type Scope } from './value.ts';

/** What was met while the includes of a pipeline were followed. */
export interface Met {
  readonly unseen: Unseen[];
  /** Local files that are not there. */
  readonly missing: { readonly value: Value; readonly path: string }[];
  /** Code of others that is included. */
  readonly foreign: Foreign[];
  /** Paths of the files that it is made of. */
  readonly paths: Set<string>;
  /** For each key at the top, the kinds of pipelines in which a file that has it is included, as a set of contexts. */
  readonly contexts: Map<string, number>;
}

/** An include of what is kept elsewhere. */
export interface Foreign {
  readonly kind: 'project' | 'component' | 'remote' | 'template';
  readonly entry: Value;
  /** The value that names it. */
  readonly value: Value;
}

/** GitLab includes at most 150 files. */
const INCLUDES = 150;

export interface Loader {
  /** A file with all that it includes. */
  load(file: CiFile, given: Value | undefined): Value;
  /** What the entries of `include` bring, later ones laid over earlier ones. */
  include(entries: readonly Value[], given: Value | undefined): Value | undefined;
}

/**
 * @param start the file whose folder, or one above it, is the root of the repository
 * @param inChild it is read for a child pipeline
 */
export function createLoader(
  start: string,
  files: Files,
  met: Met,
  lookup: Scope['lookup'],
  inChild: boolean,
): Loader {
  const roots = foldersAbove(start);
  let left = INCLUDES;
  const chain = new Set<string>();
  // The kinds of pipelines in which what is being read is included.
  let within = ALL;

  function note(value: Value): void {
    for (const [name] of value.entries()) met.contexts.set(name, (met.contexts.get(name) ?? 0) | within);
  }

  function load(file: CiFile, given: Value | undefined): Value {
    chain.add(file.path);
    met.paths.add(file.path);
    const own = new Value(file.node, { lookup, input: inputsOf(file, given) });
    note(own);
    const base = include(own.get('include').values(), undefined);
    chain.delete(file.path);
    return base ? own.over(base) : own;
  }

  function include(entries: readonly Value[], given: Value | undefined): Value | undefined {
    let merged: Value | undefined;
    for (const entry of entries) {
      const inputs = entry.get('inputs').isMap ? entry.get('inputs') : given;
      for (const value of admitted(entry, inputs)) merged = merged ? value.over(merged) : value;
    }
    return merged;
  }

  /** What is included under rules that hold in no kind of pipeline is left out. */
  function admitted(entry: Value, given: Value | undefined): readonly Value[] {
    const rules = entry.get('rules');
    if (!rules.exists) return included(entry, given);
    const outer = within;
    // Variables that the files set are not there yet when GitLab asks.
    within = admittedBy(rules, outer, inChild, () => undefined);
    const found = within === 0 ? leftOut(entry) : included(entry, given);
    within = outer;
    return found;
  }

  /** Its files are no pipelines of their own, though. */
  function leftOut(entry: Value): readonly Value[] {
    const path = entry.get('local').text?.replace(/^(?:\.?\/)+/, '');
    if (path !== undefined) for (const one of resolveLocal(path)) met.paths.add(one);
    return [];
  }

  function included(entry: Value, given: Value | undefined): readonly Value[] {
    const local = entry.text === undefined ? entry.get('local') : entry;
    const path = local.text;
    if (path !== undefined && !/^https?:/.test(path)) return locals(local, path, given);
    const here = inTree(entry);
    return here.length > 0 ? here.flatMap((one) => locals(one.value, one.path, given)) : foreign(entry);
  }

  /** Files of a project, or of a component, that is this repository, or that stands in it under its own path. */
  function inTree(entry: Value): readonly { readonly value: Value; readonly path: string }[] {
    const component = entry.get('component');
    const [, project, name] = COMPONENT.exec(component.text ?? '') ?? [];
    if (project !== undefined && name !== undefined) {
      if (!isInside(`${folderOf(project)}templates`)) return [];
      const folder = `${folderOf(project)}templates/${name}`;
      const path = [`${folder}.yml`, `${folder}/template.yml`].find((one) => resolveLocal(one).length > 0);
      return path === undefined ? [] : [{ value: component, path }];
    }
    const folder = folderOf(entry.get('project').text ?? '');
    const found = entry.get('project').exists ? entry.get('file').values() : [];
    const paths = found.map((value) => ({
      value,
      path: folder + (value.text ?? '').replace(/^\/+/, ''),
    }));
    return paths.every(({ path }) => isInside(path) && resolveLocal(path).length > 0) ? paths : [];
  }

  function locals(value: Value, written: string, given: Value | undefined): readonly Value[] {
    const path = written.replace(/^(?:\.?\/)+/, '');
    const isOpen = written.includes('$');
    const paths = isOpen || path.split('/').includes('..') ? [] : resolveLocal(path);
    const found = paths.flatMap((one) => files.at(one) ?? []);
    if (paths.length === 0 || found.length < paths.length) {
      const why = paths.length === 0 ? 'is not among the files' : 'cannot be read';
      const reason = `it includes \`${written}\`, which ${isOpen ? 'is known only when the pipeline starts' : why}`;
      met.unseen.push({ reason, at: value.at });
      if (paths.length === 0 && !isOpen) met.missing.push({ value, path: written });
    }
    return found.flatMap((file) => {
      if (chain.has(file.path)) {
        const names = [...chain, file.path].slice([...chain].indexOf(file.path)).map((one) => `\`${one}\``);
        met.unseen.push({ reason: `files include each other (${names.join(' → ')})`, at: value.at });
        return [];
      }
      if (left-- <= 0) {
        met.unseen.push({ reason: `it includes more than ${INCLUDES} files`, at: value.at });
        return [];
      }
      return [load(file, given)];
    });
  }

  function resolveLocal(path: string): readonly string[] {
    for (const root of roots) {
      const paths = /[*?]/.test(path) ? (files.matching(root, path) ?? []) : [root + path];
      const found = paths.filter((one) => files.exists(one));
      if (found.length > 0) return found;
    }
    return [];
  }

  function foreign(entry: Value): readonly Value[] {
    const known = templateOf(entry);
    const kind =
      KINDS.find((one) => entry.get(one).exists) ?? (entry.text === undefined ? undefined : 'remote');
    const value = kind && entry.text === undefined ? entry.get(kind) : entry;
    if (kind && kind !== 'artifact') met.foreign.push({ kind, entry, value });
    if (known !== undefined) {
      const jobs = new Value(value.node, { lookup, input: () => undefined }, known);
      note(jobs);
      return [jobs];
    }
    const what = whatIs(entry, kind, value);
    if (what !== undefined) met.unseen.push({ reason: what, at: value.at });
    return [];
  }

  return { load, include };
}

/** `$CI_SERVER_FQDN/$CI_PROJECT_PATH/name@1.0`, or another project of the same server. */
const COMPONENT = /^(?:\$\{?CI_SERVER_(?:FQDN|HOST)\}?|gitlab\.com)\/(.+)\/([\w-]+)@/;

const isInside = (path: string): boolean => /^[\w.]/.test(path) && !path.split('/').includes('..');

/** Where a project would stand in this repository; the repository's own files stand at its root. */
const folderOf = (project: string): string =>
  /^\$\{?CI_PROJECT_PATH\}?$/.test(project) ? '' : `${project}/`;

const KINDS = ['template', 'component', 'project', 'remote', 'artifact'] as const;

function templateOf(entry: Value): unknown {
  const template = entry.get('template').text;
  const component = entry.get('component').text;
  return template === undefined
    ? component === undefined
      ? undefined
      : jobsOfComponent(component)
    : jobsOfTemplate(template);
}

function whatIs(entry: Value, kind: (typeof KINDS)[number] | undefined, value: Value): string | undefined {
  const name = value.text ?? '';
  switch (kind) {
    case 'project': {
      const names = entry
        .get('file')
        .texts()
        .map((one) => `\`${one}\``);
      return `it includes ${names.join(', ') || 'files'} of project \`${name}\`, which is not among the files`;
    }
    case 'template':
      return `it includes GitLab's template \`${name}\`, whose jobs are not known here`;
    case 'component':
      return `it includes the component \`${name}\`, which is not among the files`;
    case 'remote':
      return `it includes \`${name}\`, which is not among the files`;
    case 'artifact':
      return `it includes \`${name}\`, which a job writes while the pipeline runs`;
    default:
      return undefined;
  }
}

/** What inputs stand for: what the include gives, else their defaults. */
function inputsOf(file: CiFile, given: Value | undefined): Scope['input'] {
  const { inputs } = file;
  const stated = inputs && new Value(inputs, { input: () => undefined, lookup: () => undefined });
  return (name) => {
    const value = given?.get(name);
    if (value?.exists) return value;
    const byDefault = stated?.get(name, 'default');
    return byDefault?.exists ? byDefault : undefined;
  };
}
