import type { SourceFile } from '../../../../source/index.ts';
import type { HclAttribute, HclBlock, HclBody } from '../../../../syntax/hcl/index.ts';

export interface DeclaredBlock {
  readonly block: HclBlock;
  readonly file: SourceFile;
}

/**
 * Applies a block of an override file to the blocks of the module, as Terraform merges them:
 * https://developer.hashicorp.com/terraform/language/files/override. False when there is nothing that it overrides.
 */
export function override(declared: DeclaredBlock[], by: DeclaredBlock): boolean {
  switch (by.block.type) {
    case 'locals':
      replaceIn(declared, by, ({ body }) => without(body, by.block.body));
      return true;
    case 'terraform':
      replaceIn(declared, by, ({ body }) => withoutSettings(body, by.block.body));
      return true;
    default: {
      const header = headerOf(by.block);
      const index = declared.findIndex(({ block }) => headerOf(block) === header);
      const base = declared[index];
      if (!base) return false;
      declared[index] = { ...base, block: { ...base.block, body: merged(base.block.body, by) } };
      return true;
    }
  }
}

/** What a block is found by: type, labels, and the alias of a provider. */
function headerOf({ type, labels, body }: HclBlock): string {
  const alias = body.attributes.find(({ name }) => name === 'alias')?.value;
  const of = type === 'provider' && alias?.kind === 'string' ? [alias.value] : [];
  return JSON.stringify([type, ...labels.map(({ value }) => value), ...of]);
}

/** Takes away from the blocks of a type what another one of it says anew, and adds that one. */
function replaceIn(declared: DeclaredBlock[], by: DeclaredBlock, rest: (block: HclBlock) => HclBody): void {
  for (const [index, { block, file }] of declared.entries()) {
    if (block.type === by.block.type) declared[index] = { file, block: { ...block, body: rest(block) } };
  }
  declared.push(by);
}

function without(body: HclBody, { attributes }: HclBody): HclBody {
  const names = new Set(attributes.map(({ name }) => name));
  return { ...body, attributes: body.attributes.filter(({ name }) => !names.has(name)) };
}

/** Where the state is kept is one setting, whether a backend or a cloud says it; providers are settings each. */
function withoutSettings(body: HclBody, by: HclBody): HclBody {
  const isState = ({ type }: HclBlock): boolean => type === 'backend' || type === 'cloud';
  const state = by.blocks.some(isState);
  const providers = by.blocks.filter(({ type }) => type === 'required_providers');
  const blocks = body.blocks
    .filter((block) => !(state && isState(block)))
    .map((block) =>
      block.type === 'required_providers'
        ? { ...block, body: providers.reduce((rest, { body: names }) => without(rest, names), block.body) }
        : block,
    );
  return { ...without(body, by), blocks };
}

/** Arguments one by one; nested blocks of a type all at once, but `lifecycle` is merged itself. */
function merged(base: HclBody, { block, file }: DeclaredBlock): HclBody {
  const { attributes, blocks } = block.body;
  const types = new Set(blocks.map(madeType));
  const names = new Set(attributes.map(({ name }) => name));
  const lifecycle = blocks.find(({ type }) => type === 'lifecycle');
  const kept: HclBlock[] = [];
  let added = blocks;
  for (const inner of base.blocks) {
    if (inner.type === 'lifecycle' && lifecycle) {
      kept.push({ ...inner, body: merged(inner.body, { block: lifecycle, file }) });
      added = blocks.filter((each) => each !== lifecycle);
    } else if (!types.has(madeType(inner)) && !names.has(madeType(inner))) {
      kept.push(inner);
    }
  }
  const own = base.attributes.filter(({ name }) => !names.has(name) && !types.has(name));
  return {
    ...base,
    attributes: [...own, ...attributes.map((attribute) => writtenIn(attribute, file))],
    blocks: [...kept, ...added.map((inner) => writtenIn(inner, file))],
  };
}

/** The type of the blocks that a block makes. */
function madeType({ type, labels }: HclBlock): string {
  return type === 'dynamic' ? (labels[0]?.value ?? type) : type;
}

function writtenIn<T extends HclAttribute | HclBlock>(node: T, file: SourceFile): T {
  return { ...node, file };
}
