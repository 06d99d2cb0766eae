import type { Value } from '../../cloud/index.ts';
import { purposeOf } from '../../model/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import type { FormatContext } from '../format.ts';
import { CloudFormationStack } from './cloudformation-stack.ts';
import { isTemplate } from './detect.ts';
import { literal } from './evaluate/literal.ts';
import { rootTemplates } from './evaluate/nested.ts';
import { Template } from './evaluate/template.ts';
import {
  assignParameterFiles,
  environmentName,
  parameterFile,
  type ParameterFile,
} from './parameter-files.ts';

/** More parameter files for one template are examples or tenants, not environments. */
const MAX_ENVIRONMENTS = 20;

/** Evaluates each template that no other one makes a stack of, once for each environment that a parameter file makes of it. */
export function evaluateStacks(
  documents: readonly DataDocument[],
  context: FormatContext,
): readonly CloudFormationStack[] {
  const roots = documents.map(rootNode);
  const templates = roots.filter(isTemplate);
  const byPath = new Map(templates.map((root) => [root.document.file.path, root]));
  const source = (path: string): DataNode | undefined => byPath.get(path);
  const files = assignParameterFiles(roots.filter((root) => !isTemplate(root)).map(parameterFile), templates);
  return rootTemplates(templates, source).flatMap((root) => {
    const variants = variantsOf(root, files.get(root.document.file.path) ?? [], context);
    return variants.map(({ path, environment, file }) => {
      const given = (name: string): Value | undefined => {
        const node = file?.values.get(name);
        return node && literal(node);
      };
      return new CloudFormationStack(new Template(root, { source, given }), path, environment);
    });
  });
}

interface Variant {
  readonly path: string;
  readonly environment: string | undefined;
  readonly file: ParameterFile | undefined;
}

/** One stack, or one for each parameter file that is named like an environment. */
function variantsOf(
  root: DataNode,
  files: readonly ParameterFile[],
  context: FormatContext,
): readonly Variant[] {
  const { path } = root.document.file;
  const own = context.environmentOf(path);
  const named = files.flatMap((file) => {
    const name = environmentName(file, root);
    return name === undefined ? [] : [{ file, name }];
  });
  if (named.length < 2 || named.length > MAX_ENVIRONMENTS || own !== undefined) {
    const fitting = named.filter(({ name }) => own === undefined || purposeOf(name) === purposeOf(own));
    const [single] = fitting;
    if (single && fitting.length === 1) return [{ path, environment: own ?? single.name, file: single.file }];
    return [{ path, environment: own, file: files.length === 1 && !named.length ? files[0] : undefined }];
  }
  return named.map(({ file, name }) => ({
    path: file.path,
    environment: context.environmentOf(file.path) ?? name,
    file,
  }));
}
