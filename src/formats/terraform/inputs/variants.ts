import { purposeOf } from '../../../model/index.ts';
import type { HclFile } from '../../../syntax/hcl/index.ts';
import type { FormatContext, StatedWorkspace } from '../../format.ts';
import { directoryOf } from '../../paths.ts';
import { isConfiguration } from '../evaluate/index.ts';
import { isNamedLikeEnvironment, nameOf } from './variable-files.ts';

/** More variable files beside one root are examples or tenants, not environments. */
const MAX_FILES = 20;

/** A root module as it is applied to one environment. */
export interface Variant {
  /** See `StackFacts.path`. */
  readonly path: string;
  readonly environment: string | undefined;
  readonly given: readonly HclFile[];
  readonly workspace: StatedWorkspace | undefined;
}

/** What a root may be given. */
export interface Inputs {
  readonly root: string;
  /** The files of the root's folder. */
  readonly files: readonly HclFile[];
  /** Variable files that are for this root and that Terraform does not take by itself. */
  readonly found: readonly HclFile[];
  /** Those that the caller names; they come last. */
  readonly byCaller: readonly HclFile[];
  readonly context: FormatContext;
}

/**
 * One stack where the folder or the caller's variable files tell the environment, else one for each environment that has
 * a variable file or that the plan says is a workspace of this root.
 */
export function variantsOf(inputs: Inputs): readonly Variant[] {
  const { root, found, byCaller, context } = inputs;
  const { workspaces = [] } = context;
  const chosen = byCaller.findLast(isNamedLikeEnvironment);
  const files = chosen ? found.filter((file) => !isNamedLikeEnvironment(file)) : found;
  const own = context.environmentOf(root);
  const environment = own ?? (chosen && environmentOf(chosen, context));
  const variants =
    environment === undefined
      ? ofEnvironments(
          inputs,
          workspaces.filter((workspace) => isApplied(workspace, inputs)),
        )
      : [{ path: root, environment, given: fitting(files, own) }];
  return variants.map((variant) => ({
    ...variant,
    given: [...variant.given, ...byCaller],
    workspace: workspaces.find((workspace) => workspace.environment === variant.environment),
  }));
}

type FileVariant = Omit<Variant, 'workspace'>;

function ofEnvironments(
  { root, found, context }: Inputs,
  workspaces: readonly StatedWorkspace[],
): readonly FileVariant[] {
  const named = found.filter(isNamedLikeEnvironment);
  const shared = few(found.filter((file) => !named.includes(file)));
  const byFile = few(named).map((file) => ({
    path: named.length > 1 ? file.file.path : root,
    environment: environmentOf(file, context),
    given: [...shared, file],
  }));
  const more = workspaces.filter(({ environment }) =>
    byFile.every((each) => each.environment !== environment),
  );
  const alone = byFile.length + more.length === 1;
  const byWorkspace = more.map(({ environment, name }) => ({
    path: alone ? root : `${root || '.'} (workspace ${name})`,
    environment,
    given: shared,
  }));
  const variants = [...byFile, ...byWorkspace];
  return variants.length > 0 ? variants : [{ path: root, environment: undefined, given: shared }];
}

function environmentOf(file: HclFile, context: FormatContext): string {
  return context.environmentOf(file.file.path) ?? nameOf(file);
}

/** Files of other environments are left out, where there are several. */
function fitting(files: readonly HclFile[], environment: string | undefined): readonly HclFile[] {
  const several = files.filter(isNamedLikeEnvironment).length > 1;
  const belongs = (file: HclFile): boolean =>
    environment !== undefined && purposeOf(nameOf(file)) === purposeOf(environment);
  return few(files.filter((file) => !several || !isNamedLikeEnvironment(file) || belongs(file)));
}

function few(files: readonly HclFile[]): readonly HclFile[] {
  return files.length > MAX_FILES ? [] : files;
}

/** The plan says that the code is here; or it says of none where it is, and this code asks for the workspace. */
function isApplied({ infrastructure }: StatedWorkspace, { root, files }: Inputs): boolean {
  if (infrastructure.length === 0)
    return files.some(({ file }) => /\bterraform\.workspace\b/.test(file.text));
  return infrastructure.some((path) => {
    const folder = isConfiguration(path) ? directoryOf(path) : path;
    return folder === '' || `${root}/`.startsWith(`${folder}/`);
  });
}
