import type { Location } from '../../../../source/index.ts';
import type { HclAttribute, HclBlock, HclBody } from '../../../../syntax/hcl/index.ts';
import { elementsOf, type Element } from '../expressions/for.ts';
import type { EvaluatedBlock } from '../result.ts';
import { attributeValue, failure, locationIn, scopeIn, withFrame, type Scope } from '../runtime.ts';
import { sequenceAt, stringAt, unknownFrom, type Value } from '../../../../cloud/index.ts';
import { describe } from '../values/inspect.ts';
import { attributeNamed } from '../modules/declarations.ts';
import { entriesOf, within } from './expansion.ts';

export interface BlockOptions {
  /** Attributes that are not the block's own. */
  readonly skip?: ReadonlySet<string>;
  /** Where values come from, when they are computed elsewhere already. */
  readonly compute?: (attribute: HclAttribute) => Value;
  /** Nested blocks, when they are evaluated already. */
  readonly blocks?: readonly EvaluatedBlock[];
}

/** Providers have blocks called `lifecycle` too, so the block's name alone does not tell. */
const NAME_LISTS: ReadonlySet<string> = new Set(['ignore_changes', 'replace_triggered_by']);

/** A block with everything in it evaluated. */
export function evaluateBlock(block: HclBlock, scope: Scope, options: BlockOptions = {}): EvaluatedBlock {
  return {
    ...content(block.body, scope, options, block.type === 'lifecycle'),
    type: block.type,
    labels: block.labels.map(({ value }) => value),
    location: locationIn(scope, block.headerSpan),
    bodyLocation: locationIn(scope, { start: block.body.start, end: block.body.end }),
  };
}

function content(
  body: HclBody,
  scope: Scope,
  options: BlockOptions,
  names: boolean,
): Pick<EvaluatedBlock, 'attributes' | 'attributeLocations' | 'blocks'> {
  const attributes = new Map<string, Value>();
  const attributeLocations = new Map<string, Location>();
  for (const attribute of body.attributes) {
    if (options.skip?.has(attribute.name)) continue;
    const own = scopeIn(scope, attribute);
    const value = names && NAME_LISTS.has(attribute.name) ? nameList(attribute, own) : undefined;
    attributes.set(
      attribute.name,
      value ?? options.compute?.(attribute) ?? scope.runtime.apart(() => attributeValue(attribute, scope)),
    );
    attributeLocations.set(attribute.name, locationIn(own, { start: attribute.start, end: attribute.end }));
  }
  return { attributes, attributeLocations, blocks: options.blocks ?? nestedBlocks(body, scope) };
}

/** `ignore_changes` and its like name attributes and resources; they do not read them. */
function nameList(attribute: HclAttribute, scope: Scope): Value | undefined {
  const { value } = attribute;
  const items = value.kind === 'tuple' ? value.items : [value];
  if (!items.some(({ kind }) => kind === 'reference')) return undefined;
  const texts = items.map((item) =>
    stringAt(locationIn(scope, item), scope.file.text.slice(item.start, item.end)),
  );
  return value.kind === 'tuple' ? sequenceAt(locationIn(scope, value), 'tuple', texts) : texts[0];
}

/** The blocks in a body, with dynamic ones expanded. */
export function nestedBlocks(body: HclBody, scope: Scope): readonly EvaluatedBlock[] {
  const blocks: EvaluatedBlock[] = [];
  for (const block of body.blocks) {
    const own = scopeIn(scope, block);
    if (block.type === 'dynamic' && block.labels.length === 1) expandDynamic(block, own, blocks);
    else blocks.push(evaluateBlock(block, own));
  }
  return blocks;
}

function expandDynamic(block: HclBlock, scope: Scope, blocks: EvaluatedBlock[]): void {
  const each = attributeNamed(block, 'for_each');
  const inner = block.body.blocks.find(({ type }) => type === 'content');
  if (!each || !inner) return;
  const collection = scope.runtime.evaluate(each.value, scope);
  const at = locationIn(scope, each.value);
  if (collection.kind === 'unknown') {
    const element = unknownFrom(collection);
    const made = dynamicBlock(block, inner, { key: element, value: element }, at, scope);
    blocks.push({ ...made, uncertain: collection.reason });
    return;
  }
  const elements = elementsOf(collection);
  if (!elements) {
    if (collection.kind !== 'null')
      failure(scope, each.value, `a dynamic block cannot go through ${describe(collection)}`);
    return;
  }
  for (const element of elements.slice(0, within(elements.length, scope, at))) {
    blocks.push(dynamicBlock(block, inner, element, at, scope));
  }
}

function dynamicBlock(
  block: HclBlock,
  inner: HclBlock,
  element: Element,
  at: Location,
  scope: Scope,
): EvaluatedBlock {
  const type = block.labels[0]?.value ?? '';
  const iterator = attributeNamed(block, 'iterator')?.value;
  const name = iterator?.kind === 'reference' ? iterator.root : type;
  const innerScope = withFrame(scope, name, entriesOf(at, { key: element.key, value: element.value }));
  const labels = attributeNamed(block, 'labels');
  return {
    ...content(inner.body, innerScope, {}, false),
    type,
    labels: labels ? labelsOf(scope.runtime.evaluate(labels.value, innerScope)) : [],
    location: locationIn(scope, block.headerSpan),
    bodyLocation: locationIn(scope, { start: inner.body.start, end: inner.body.end }),
  };
}

function labelsOf(value: Value): readonly string[] {
  if (value.kind !== 'tuple' && value.kind !== 'list') return [];
  return value.items.map((item) => (item.kind === 'string' ? item.value : '?'));
}
