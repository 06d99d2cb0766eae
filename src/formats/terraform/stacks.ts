import { distinctDiagnostics, sourceFile, type Diagnostic } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import type { HclFile } from '../../syntax/hcl/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import type { FormatContext } from '../format.ts';
import { directoryOf } from '../paths.ts';
import { Downloads } from './downloads.ts';
import {
  evaluateModule,
  rootDirectories,
  type EvaluatedModule,
  type TerraformSources,
} from './evaluate/index.ts';
import { GivenFiles } from './inputs/given-files.ts';
import { assignVariableFiles } from './inputs/variable-files.ts';
import { variantsOf } from './inputs/variants.ts';
import { withPlans, type EvaluatedRoot } from './plan/merge/assign.ts';
import type { TerraformPlan } from './plan/terraform-plan.ts';
import { TerraformStack } from './terraform-stack.ts';

export interface EvaluatedStacks {
  readonly stacks: readonly TerraformStack[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Evaluates each root module, once for each environment that it is applied to, and by its plans. */
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
  for (const root of roots) {
    const own = sources.directory(root) ?? [];
    const byCaller = named.of(own);
    const inputs = { root, files: own, found: variableFiles.get(root) ?? [], byCaller, context };
    for (const { path, environment, given, workspace } of variantsOf(inputs)) {
      const module = evaluateWith(context.environmentVariables, root, {
        ...sources,
        variableFiles: given,
        ...(workspace && { workspace: { text: workspace.name, at: workspace.at } }),
      });
      evaluated.push({ module, path, environment });
    }
  }
  const planned = withPlans(evaluated, plans, (path) => context.environmentOf(path));
  const stacks = planned.stacks.map(
    ({ module, path, environment }) => new TerraformStack(module, path, environment),
  );
  const diagnostics = distinctDiagnostics(evaluated.flatMap(({ module }) => module.diagnostics));
  return { stacks, diagnostics: [...diagnostics, ...planned.diagnostics, ...named.unused()] };
}

/** What the process' environment gives counts, but stands in no code. */
function evaluateWith(
  environmentVariables: FormatContext['environmentVariables'],
  root: string,
  sources: TerraformSources,
): EvaluatedModule {
  const code = evaluateModule(root, sources);
  if (
    ![...code.variables.values()].some(
      ({ name, given }) => given !== 'file' && environmentVariables?.has(name),
    )
  )
    return code;
  return {
    ...evaluateModule(root, { ...sources, ...(environmentVariables && { environmentVariables }) }),
    code,
  };
}

/** One document with nothing wrong in it, as Terraform wants it. */
function decodeYaml(text: string): DataDocument | undefined {
  const { documents, diagnostics } = parseYaml(sourceFile('', text));
  const [document, more] = documents;
  return document && !more && diagnostics.length === 0 ? document : undefined;
}
