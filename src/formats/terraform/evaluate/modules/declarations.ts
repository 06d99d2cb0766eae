import type { SourceFile } from '../../../../source/index.ts';
import type { HclAttribute, HclBlock, HclFile } from '../../../../syntax/hcl/index.ts';
import type { EvaluatedResource } from '../result.ts';

export interface DeclaredBlock {
  readonly block: HclBlock;
  readonly file: SourceFile;
}

export interface DeclaredLocal {
  readonly attribute: HclAttribute;
  readonly file: SourceFile;
}

export interface DeclaredResource extends DeclaredBlock {
  readonly mode: EvaluatedResource['mode'];
  readonly type: string;
  readonly name: string;
}

/** What the files of one directory declare, by name, in the order of files and places. */
export interface Declarations {
  readonly variables: ReadonlyMap<string, DeclaredBlock>;
  readonly locals: ReadonlyMap<string, DeclaredLocal>;
  readonly outputs: ReadonlyMap<string, DeclaredBlock>;
  /** By `type.name`, `data.type.name`, `ephemeral.type.name`. */
  readonly resources: ReadonlyMap<string, DeclaredResource>;
  readonly calls: ReadonlyMap<string, DeclaredBlock>;
  readonly terraform: readonly DeclaredBlock[];
  readonly providers: readonly DeclaredBlock[];
}

interface Growing {
  readonly variables: Map<string, DeclaredBlock>;
  readonly locals: Map<string, DeclaredLocal>;
  readonly outputs: Map<string, DeclaredBlock>;
  readonly resources: Map<string, DeclaredResource>;
  readonly calls: Map<string, DeclaredBlock>;
  readonly terraform: DeclaredBlock[];
  readonly providers: DeclaredBlock[];
}

export function isConfiguration(path: string): boolean {
  return /\.(?:tf|tofu)(?:\.json)?$/.test(path);
}

export function declarationsOf(files: readonly HclFile[]): Declarations {
  const growing: Growing = {
    variables: new Map(),
    locals: new Map(),
    outputs: new Map(),
    resources: new Map(),
    calls: new Map(),
    terraform: [],
    providers: [],
  };
  const sorted = files.filter(({ file }) => isConfiguration(file.path));
  sorted.sort((left, right) => (left.file.path < right.file.path ? -1 : 1));
  for (const { file, body } of sorted) for (const block of body.blocks) declare({ block, file }, growing);
  return growing;
}

function declare(declared: DeclaredBlock, growing: Growing): void {
  const { block, file } = declared;
  const [first, second] = block.labels.map(({ value }) => value);
  switch (block.type) {
    case 'variable':
      return addFirst(growing.variables, first, declared);
    case 'output':
      return addFirst(growing.outputs, first, declared);
    case 'module':
      return addFirst(growing.calls, first, declared);
    case 'locals':
      for (const attribute of block.body.attributes)
        addFirst(growing.locals, attribute.name, { attribute, file });
      return;
    case 'resource':
      return addResource(growing.resources, declared, 'managed', first, second);
    case 'data':
      return addResource(growing.resources, declared, 'data', first, second);
    case 'ephemeral':
      return addResource(growing.resources, declared, 'ephemeral', first, second);
    case 'check':
      // A check may hold a data source of its own.
      for (const inner of block.body.blocks)
        if (inner.type === 'data') declare({ block: inner, file }, growing);
      return;
    case 'terraform':
      growing.terraform.push(declared);
      return;
    case 'provider':
      growing.providers.push(declared);
  }
}

function addFirst<T>(map: Map<string, T>, name: string | undefined, declared: T): void {
  if (name !== undefined && !map.has(name)) map.set(name, declared);
}

function addResource(
  resources: Map<string, DeclaredResource>,
  declared: DeclaredBlock,
  mode: DeclaredResource['mode'],
  type: string | undefined,
  name: string | undefined,
): void {
  if (type === undefined || name === undefined) return;
  const key = mode === 'managed' ? `${type}.${name}` : `${mode}.${type}.${name}`;
  addFirst(resources, key, { ...declared, mode, type, name });
}

const INDEXES = new WeakMap<HclBlock, ReadonlyMap<string, HclAttribute>>();

export function attributeNamed(block: HclBlock, name: string): HclAttribute | undefined {
  const { attributes } = block.body;
  if (attributes.length < 16) return attributes.find((attribute) => attribute.name === name);
  let index = INDEXES.get(block);
  if (!index)
    INDEXES.set(block, (index = new Map(attributes.map((attribute) => [attribute.name, attribute]))));
  return index.get(name);
}
