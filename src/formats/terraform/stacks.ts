import { purposeOf } from '../../model/index.ts';
import type { Diagnostic } from '../../source/index.ts';
import { sourceFile } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import type { HclFile } from '../../syntax/hcl/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import type { FormatContext } from '../format.ts';
import { Downloads } from './downloads.ts';
import { evaluateModule, isAutomatic, rootDirectories, type TerraformSources } from './evaluate/index.ts';
import { GivenFiles } from './given-files.ts';
import { withPlans, type EvaluatedRoot } from './plan/merge/assign.ts';
import type { TerraformPlan } from './plan/terraform-plan.ts';
import { TerraformStack } from './terraform-stack.ts';

/** More variable files beside one root are examples or tenants, not environments. */
const MAX_ENVIRONMENTS = 20;

export interface EvaluatedStacks {
  readonly stacks: readonly TerraformStack[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Evaluates each root module, once for each environment that a variable file makes of it, and by its plans. */
export function evaluateStacks(
  files: readonly HclFile[],
  plans: readonly TerraformPlan[],
  context: FormatContext,
): EvaluatedStacks {
  const directories = new Map<string, HclFile[]>();
  for (const file of files) {
    const list = directories.get(directoryOf(file.file.path));
    if (list) list.push(file);
    else directories.set(directoryOf(file.file.path), [file]);
  }
  const downloads = new Downloads(context);
  const sources: TerraformSources = {
    directory: (path) => directories.get(path) ?? downloads.get(path),
    readText: (path) => context.readText(path),
    listFiles: (path) => context.filesBelow(path),
    decodeYaml,
  };
  const roots = rootDirectories(directories.keys(), sources);
  const named = new GivenFiles(files, context.variableFiles ?? []);
  const found = files.filter((file) => !named.has(file));
  const variableFiles = assignVariableFiles(found, roots);
  const evaluated: EvaluatedRoot[] = [];
  const diagnostics = new Map<string, Diagnostic>();
  for (const root of roots) {
    const byCaller = named.of(sources.directory(root) ?? []);
    for (const { path, environment, given } of variantsOf(
      root,
      variableFiles.get(root) ?? [],
      byCaller,
      context,
    )) {
      const module = evaluateModule(root, { ...sources, variableFiles: given });
      for (const diagnostic of module.diagnostics) {
        const { code, location, message } = diagnostic;
        diagnostics.set(`${code} ${location?.file.path} ${location?.span.start} ${message}`, diagnostic);
      }
      evaluated.push({ module, path, environment });
    }
  }
  const planned = withPlans(evaluated, plans, (path) => context.environmentOf(path));
  const stacks = planned.stacks.map(
    ({ module, path, environment }) => new TerraformStack(module, path, environment),
  );
  return { stacks, diagnostics: [...diagnostics.values(), ...planned.diagnostics, ...named.unused()] };
}

/** One document with nothing wrong in it, as Terraform wants it. */
function decodeYaml(text: string): DataDocument | undefined {
  const { documents, diagnostics } = parseYaml(sourceFile('', text));
  const [document, more] = documents;
  return document && !more && diagnostics.length === 0 ? document : undefined;
}

interface Variant {
  readonly path: string;
  readonly environment: string | undefined;
  readonly given: readonly HclFile[];
}

/**
 * One stack, or one for each variable file that is named like an environment; the other files go into each, and those
 * of the caller come last. A caller that gives the file of an environment means that one only.
 */
function variantsOf(
  root: string,
  found: readonly HclFile[],
  byCaller: readonly HclFile[],
  context: FormatContext,
): readonly Variant[] {
  const own = context.environmentOf(root);
  const chosen = byCaller.findLast(isNamedLikeEnvironment)?.file.path;
  const files = chosen === undefined ? found : found.filter((file) => !isNamedLikeEnvironment(file));
  const named = files.filter(isNamedLikeEnvironment);
  const [single] = named;
  if (named.length < 2 || named.length > MAX_ENVIRONMENTS || own !== undefined) {
    const environment =
      own ??
      (chosen === undefined
        ? single && named.length === 1
          ? nameOf(single.file.path)
          : undefined
        : (context.environmentOf(chosen) ?? nameOf(chosen)));
    const given = files.filter((file) => !named.includes(file) || named.length === 1 || belongs(file, own));
    return [
      { path: root, environment, given: [...(files.length > MAX_ENVIRONMENTS ? [] : given), ...byCaller] },
    ];
  }
  const shared = files.filter((file) => !named.includes(file));
  return named.map((file) => ({
    path: file.file.path,
    environment: context.environmentOf(file.file.path) ?? nameOf(file.file.path),
    given: [...shared, file, ...byCaller],
  }));
}

function isNamedLikeEnvironment({ file }: HclFile): boolean {
  return purposeOf(nameOf(file.path)) !== undefined;
}

function belongs({ file }: HclFile, environment: string | undefined): boolean {
  return environment !== undefined && purposeOf(nameOf(file.path)) === purposeOf(environment);
}

/** Variable files that Terraform does not take by itself, by the root that they are for. */
function assignVariableFiles(
  files: readonly HclFile[],
  roots: readonly string[],
): ReadonlyMap<string, readonly HclFile[]> {
  const assigned = new Map<string, HclFile[]>();
  for (const file of files) {
    const { path } = file.file;
    const directory = directoryOf(path);
    if (!/\.tfvars(?:\.json)?$/.test(path) || (roots.includes(directory) && isAutomatic(path))) continue;
    const root = rootFor(directory, roots);
    if (root !== undefined) assigned.set(root, [...(assigned.get(root) ?? []), file]);
  }
  return assigned;
}

/** The nearest folder upwards that is a root, or has a single root below it. */
function rootFor(directory: string, roots: readonly string[]): string | undefined {
  for (let folder = directory; ; folder = directoryOf(folder)) {
    const below = roots.filter((root) => root === folder || folder === '' || root.startsWith(`${folder}/`));
    if (below.includes(folder)) return folder;
    if (below.length > 0) return below.length === 1 ? below[0] : undefined;
    if (folder === '') return undefined;
  }
}

/** `prod` of `prod.tfvars`, `environments/prod.tfvars` and `prod/terraform.tfvars`. */
function nameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/(?:\.auto)?\.tfvars(?:\.json)?$/, '');
  if (name !== 'terraform') return name;
  const directory = directoryOf(path);
  return directory.slice(directory.lastIndexOf('/') + 1);
}

function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}
