import { describe, expect, it } from 'vitest';
import { purposeOf } from '../../../model/index.ts';
import { formatLocation, sourceFile } from '../../../source/index.ts';
import { parseHcl } from '../../../syntax/hcl/index.ts';
import { baseName } from '../../paths.ts';
import { plain } from '../evaluate/testing/files.ts';
import { evaluateStacks } from '../stacks.ts';

const PLAN = sourceFile('plan.yaml', 'test | prod');
const stated = (environment: string, name: string, infrastructure: readonly string[] = []) => ({
  environment,
  name,
  at: { file: PLAN, span: { start: PLAN.text.indexOf(name), end: PLAN.text.indexOf(name) + 4 } },
  infrastructure,
});
const BOTH = [stated('staging', 'test'), stated('production', 'prod')];
const NAME =
  'variable "size" {\n  default = "-"\n}\noutput "name" {\n  value = "${terraform.workspace} ${var.size}"\n}\n';

/** Path and environment of each stack, and what its output `name` comes to. */
const names = (
  files: Readonly<Record<string, string>>,
  workspaces: readonly ReturnType<typeof stated>[],
  ...variableFiles: readonly string[]
): readonly string[] => {
  const documents = Object.entries(files).map(([path, text]) => parseHcl(sourceFile(path, text)));
  const { stacks } = evaluateStacks(documents, [], {
    environmentOf: (path) => purposeOf(baseName(path).replace('.tfvars', '')),
    readText: (path) => files[path],
    exists: (path) => path in files,
    filesBelow: () => undefined,
    variableFiles,
    workspaces,
  });
  return stacks.map(({ module, path, environment }) => {
    const value = module.outputs.get('name')?.value;
    return `${path} | ${environment ?? '?'} | ${value ? JSON.stringify(plain(value)) : ''}`;
  });
};

describe('a root is evaluated once for each environment', () => {
  it('that is a workspace, where its code asks for it', () => {
    expect(
      names({ 'infra/main.tf': NAME, 'global/main.tf': 'output "name" {\n  value = 1\n}\n' }, BOTH),
    ).toEqual([
      'global | ? | 1',
      'infra (workspace test) | staging | "test -"',
      'infra (workspace prod) | production | "prod -"',
    ]);
    expect(names({ 'main.tf': NAME }, BOTH)).toEqual([
      '. (workspace test) | staging | "test -"',
      '. (workspace prod) | production | "prod -"',
    ]);
    expect(names({ 'main.tf': NAME }, BOTH.slice(1))).toEqual([' | production | "prod -"']);
  });

  it('whose code the plan says is here, whatever it asks for', () => {
    const files = { 'a/main.tf': 'output "name" {\n  value = 1\n}\n', 'b/main.tf': NAME };
    const here = [stated('staging', 'test', ['a/main.tf']), stated('production', 'prod', ['a', 'c'])];
    expect(names(files, here)).toEqual([
      'a (workspace test) | staging | 1',
      'a (workspace prod) | production | 1',
      'b | ? | {"unknown":"no workspace is stated for terraform.workspace","parts":["?"," -"]}',
    ]);
  });

  it('with its variable file or its folder, and as its workspace', () => {
    const files = {
      'main.tf': NAME,
      'prod.tfvars': 'size = "large"\n',
      'shared.tfvars': 'other = 1\n',
      'prod/main.tf': NAME,
    };
    expect(names(files, BOTH)).toEqual([
      ' | production | "prod large"',
      '. (workspace test) | staging | "test -"',
      'prod | production | "prod -"',
    ]);
    const two = { ...files, 'staging.tfvars': 'size = "small"\n' };
    expect(names(two, BOTH).slice(0, 2)).toEqual([
      'prod.tfvars | production | "prod large"',
      'staging.tfvars | staging | "test small"',
    ]);
    expect(names(two, BOTH, 'staging.tfvars')[0]).toBe(' | staging | "test small"');
  });
});

it('the name of a workspace stands where the plan states it', () => {
  const { stacks } = evaluateStacks([parseHcl(sourceFile('main.tf', NAME.replace(' ${var.size}', '')))], [], {
    environmentOf: () => undefined,
    readText: () => undefined,
    exists: () => false,
    filesBelow: () => undefined,
    workspaces: BOTH.slice(1),
  });
  const value = stacks[0]?.module.outputs.get('name')?.value;
  expect(value && formatLocation(value.at)).toBe('plan.yaml:1:8');
});
