import type { SourceFile } from '../../../../source/index.ts';
import type { HclAttribute, HclBlock, HclFile } from '../../../../syntax/hcl/index.ts';
import type { EvaluatedResource } from '../result.ts';
import { configurationFiles, isOverride } from './files.ts';
import { override, type DeclaredBlock } from './overrides.ts';

export interface DeclaredLocal {
  readonly attribute: HclAttribute;
  readonly file: SourceFile;
}

export interface DeclaredResource extends DeclaredBlock {
  readonly mode: EvaluatedResource['mode'];
  readonly type: string;
  readonly name: string;
  /** Unique within the module: with the place for a resource whose name is taken already. */
  readonly key: string;
}

/** What the files of one directory declare, by name, in the order of files and places. */
export interface Declarations {
  readonly variables: ReadonlyMap<string, DeclaredBlock>;
  readonly locals: ReadonlyMap<string, DeclaredLocal>;
  readonly outputs: ReadonlyMap<string, DeclaredBlock>;
  /** By `type.name`, `data.type.name`, `ephemeral.type.name`. More than one of a name is wrong, but none is lost. */
  readonly resources: ReadonlyMap<string, readonly DeclaredResource[]>;
  /** Names that are declared again, which Terraform refuses. */
  readonly repeated: readonly DeclaredBlock[];
  /** Blocks of override files that override nothing, which Terraform refuses. */
  readonly unmatched: readonly DeclaredBlock[];
  readonly calls: ReadonlyMap<string, DeclaredBlock>;
  readonly terraform: readonly DeclaredBlock[];
  readonly providers: readonly DeclaredBlock[];
}

interface Growing {
  readonly variables: Map<string, DeclaredBlock>;
  readonly locals: Map<string, DeclaredLocal>;
  readonly outputs: Map<string, DeclaredBlock>;
  readonly resources: Map<string, DeclaredResource[]>;
  readonly repeated: DeclaredBlock[];
  readonly unmatched: DeclaredBlock[];
  readonly calls: Map<string, DeclaredBlock>;
  readonly terraform: DeclaredBlock[];
  readonly providers: DeclaredBlock[];
}

export function declarationsOf(files: readonly HclFile[]): Declarations {
  const growing: Growing = {
    variables: new Map(),
    locals: new Map(),
    outputs: new Map(),
    resources: new Map(),
    repeated: [],
    unmatched: [],
    calls: new Map(),
    terraform: [],
    providers: [],
  };
  const declared: DeclaredBlock[] = [];
  for (const { file, body } of configurationFiles(files)) {
    const overrides = isOverride(file.path);
    for (const block of body.blocks) {
      if (overrides && override(declared, { block, file })) continue;
      if (overrides) growing.unmatched.push({ block, file });
      declared.push({ block, file });
    }
  }
  for (const each of declared) declare(each, growing);
  return growing;
}

function declare(declared: DeclaredBlock, growing: Growing): void {
  const { block, file } = declared;
  const [first, second] = block.labels.map(({ value }) => value);
  switch (block.type) {
    case 'variable': {
      addFirst(growing.variables, first, declared);
      return;
    }
    case 'output': {
      addFirst(growing.outputs, first, declared);
      return;
    }
    case 'module': {
      addFirst(growing.calls, first, declared);
      return;
    }
    case 'locals':
      for (const attribute of block.body.attributes)
        addFirst(growing.locals, attribute.name, { attribute, file });
      return;
    case 'resource': {
      addResource(growing, declared, 'managed', first, second);
      return;
    }
    case 'data': {
      addResource(growing, declared, 'data', first, second);
      return;
    }
    case 'ephemeral': {
      addResource(growing, declared, 'ephemeral', first, second);
      return;
    }
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
  growing: Growing,
  declared: DeclaredBlock,
  mode: DeclaredResource['mode'],
  type: string | undefined,
  name: string | undefined,
): void {
  if (type === undefined || name === undefined) return;
  const key = mode === 'managed' ? `${type}.${name}` : `${mode}.${type}.${name}`;
  const others = growing.resources.get(key);
  if (!others) {
    growing.resources.set(key, [{ ...declared, mode, type, name, key }]);
    return;
  }
  const { file, block } = declared;
  const place = `${file.path.slice(file.path.lastIndexOf('/') + 1)}:${String(file.positionAt(block.start).line)}`;
  others.push({ ...declared, mode, type, name, key: `${key} (${place})` });
  growing.repeated.push(declared);
}

/** The resource of a name that a reference means: the nearest one before it in its file, when there are several. */
export function resourceFor(
  declarations: Declarations,
  name: string,
  from: SourceFile,
  offset: number,
): DeclaredResource | undefined {
  const candidates = declarations.resources.get(name);
  const [first] = candidates ?? [];
  if (!candidates || candidates.length < 2) return first;
  const sameFile = candidates.filter(({ file }) => file === from);
  return sameFile.findLast(({ block }) => block.start <= offset) ?? sameFile[0] ?? first;
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
