import { sourceFile, type SourceFile } from '../../../../../source/index.ts';
import { parseHclTemplate } from '../../../../../syntax/hcl/index.ts';
import { sortedEntries, isMapping, firstUnknown } from '../../values/inspect.ts';
import type { Frame } from '../../runtime.ts';
import {
  boolAt,
  computed,
  sequenceAt,
  stringAt,
  unknownAt,
  unknownFrom,
  type Value,
} from '../../../../../cloud/index.ts';
import { globPattern } from './globs.ts';
import { type Call, FunctionProblem, type Functions, simple, textOf } from '../define.ts';
import { joinPath } from './paths.ts';

/** Everything is read through the run's own files, which lie inside the root. */
export const FILE_FUNCTIONS: Functions = {
  abspath: {
    min: 1,
    max: 1,
    run: (_, call) => unknownAt(call.at, 'the absolute path depends on the machine', { shape: 'string' }),
  },
  basename: simple(['string'], lastName),
  dirname: simple(['string'], directoryOf),
  file: {
    min: 1,
    max: 1,
    run: ([path], call) =>
      computed(stringAt(call.at, fileText(path ? textOf(path) : '', call)), path ? [path] : []),
  },
  filebase64: {
    min: 1,
    max: 1,
    run: ([path], call) => {
      const text = fileText(path ? textOf(path) : '', call);
      return computed(stringAt(call.at, Buffer.from(text, 'utf8').toString('base64')), path ? [path] : []);
    },
  },
  fileexists: {
    min: 1,
    max: 1,
    run: ([path], call) => {
      const resolved = insideRoot(path ? textOf(path) : '', call);
      return boolAt(call.at, call.scope.runtime.sources.readText(resolved) !== undefined);
    },
  },
  fileset: {
    min: 2,
    max: 2,
    run: ([directory, pattern], call) =>
      fileSet(directory ? textOf(directory) : '', pattern ? textOf(pattern) : '', call),
  },
  pathexpand: simple(['string'], (path) => {
    if (path === '~' || path.startsWith('~/'))
      throw new FunctionProblem('the home folder depends on the machine', true);
    return path;
  }),
  templatefile: {
    min: 2,
    max: 2,
    takesUnknown: true,
    run: ([path, variables], call) => templateFile(path, variables, call),
  },
  templatestring: {
    min: 2,
    max: 2,
    takesUnknown: true,
    run: ([template, variables], call) => templateString(template, variables, call),
  },
};

function lastName(path: string): string {
  const name = path.replace(/\/+$/, '').split('/').at(-1) ?? '';
  if (name !== '') return name;
  return path === '' ? '.' : '/';
}

function directoryOf(path: string): string {
  const end = path.lastIndexOf('/');
  if (end < 0) return '.';
  const directory = end === 0 ? '/' : joinPath(path.slice(0, end), '');
  return directory === undefined || directory === '' ? '.' : directory;
}

/** A path as Terraform sees it, relative to the root module, as a path relative to the tree's root. */
function insideRoot(path: string, call: Call): string {
  if (path.startsWith('/') || path.startsWith('~'))
    throw new FunctionProblem(`${path} is outside of the root`, true);
  const resolved = joinPath(call.scope.runtime.rootDirectory, path);
  if (resolved === undefined) throw new FunctionProblem(`${path} is outside of the root`, true);
  return resolved;
}

export function fileText(path: string, call: Call): string {
  const text = call.scope.runtime.sources.readText(insideRoot(path, call));
  if (text === undefined) throw new FunctionProblem(`the file ${path} cannot be read`, true);
  return text;
}

function fileSet(directory: string, pattern: string, call: Call): Value {
  const base = insideRoot(directory, call);
  const files = call.scope.runtime.sources.listFiles?.(base);
  if (!files)
    return unknownAt(
      call.at,
      `the files of ${directory === '' ? 'this folder' : directory} cannot all be listed`,
      { shape: 'set' },
    );
  const matches = globPattern(pattern);
  const prefix = base === '' ? '' : `${base}/`;
  const names: string[] = [];
  for (const file of files) {
    const name = file.startsWith(prefix) ? file.slice(prefix.length) : file;
    if (matches.test(name)) names.push(name);
  }
  return sequenceAt(
    call.at,
    'set',
    names.sort().map((name) => stringAt(call.at, name)),
  );
}

const MAX_TEMPLATES = 20;

/** The template's own text is a file of its own, and its parts have their places there. */
function templateFile(path: Value | undefined, variables: Value | undefined, call: Call): Value {
  if (path?.kind === 'unknown') return unknownFrom(path, { shape: 'string' });
  const name = path ? textOf(path) : '';
  if (variables?.kind === 'unknown') return unknownFrom(variables, { shape: 'string' });
  return rendered(sourceFile(insideRoot(name, call), fileText(name, call)), name, path, variables, call);
}

/** The text of a template that is a value itself. */
function templateString(template: Value | undefined, variables: Value | undefined, call: Call): Value {
  if (template?.kind === 'unknown') return unknownFrom(template, { shape: 'string' });
  if (variables?.kind === 'unknown') return unknownFrom(variables, { shape: 'string' });
  const text = template ? textOf(template) : '';
  return rendered(sourceFile(call.at.file.path, text), 'the text', template, variables, call);
}

function rendered(
  file: SourceFile,
  name: string,
  path: Value | undefined,
  variables: Value | undefined,
  call: Call,
): Value {
  if (!path || !variables || !isMapping(variables)) throw new FunctionProblem('the variables must be a map');
  const { expression } = parseHclTemplate(file);
  if (!expression) throw new FunctionProblem(`${name} is not a valid template`);
  let frame: Frame | undefined = { name: TEMPLATE, value: path, outer: undefined };
  if (templatesAround(call) > MAX_TEMPLATES)
    throw new FunctionProblem('templates include each other too deeply');
  for (let outer = call.scope.frame; outer; outer = outer.outer) {
    if (outer.name === TEMPLATE) frame = { name: TEMPLATE, value: path, outer: frame };
  }
  for (const [key, value] of sortedEntries(variables)) frame = { name: key, value, outer: frame };
  const { runtime } = call.scope;
  const module = { directory: call.scope.module.directory, resolve: onlyVariables };
  const value = runtime.evaluate(expression, { runtime, file, module, frame });
  const result = value.kind === 'unknown' && !value.parts ? (firstUnknown(value) ?? value) : value;
  return computed({ ...result, at: call.at, chain: [] }, [path]);
}

/** Marks the frames of a template, to count how many are within each other. */
const TEMPLATE = '%';

function templatesAround(call: Call): number {
  let count = 0;
  for (let frame = call.scope.frame; frame; frame = frame.outer) if (frame.name === TEMPLATE) count++;
  return count;
}

const onlyVariables: Call['scope']['module']['resolve'] = (reference, scope) => ({
  steps: reference.steps.length,
  value: unknownAt({ file: scope.file, span: reference }, `the template is not given "${reference.root}"`, {
    failure: true,
  }),
});
