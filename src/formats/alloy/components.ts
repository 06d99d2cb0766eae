import type { Location } from '../../source/index.ts';
import type { Expression, HclBlock, HclBody, HclFile } from '../../syntax/hcl/index.ts';

/** A block that does something: `loki.write "default" { … }`. */
export interface Component {
  /** `loki.write`. */
  readonly type: string;
  /** `loki.write.default`. */
  readonly name: string;
  readonly body: HclBody;
  readonly at: Location;
  readonly document: HclFile;
}

/** What the parser made of a point in the type of a block. */
export function typeOf({ type }: HclBlock): string {
  return type.replaceAll('-', '.');
}

/** Blocks with a point in their type; those inside of declarations are of modules, which others use. */
export function componentsOf(document: HclFile): readonly Component[] {
  return document.body.blocks.flatMap((block) => {
    const type = typeOf(block);
    if (!type.includes('.') || type.startsWith('import.')) return [];
    const name = [type, ...block.labels.map(({ value }) => value)].join('.');
    return [{ type, name, body: block.body, at: { file: document.file, span: block.headerSpan }, document }];
  });
}

/** The first block of a type below a body. */
export function blockIn(body: HclBody, ...path: readonly string[]): HclBody | undefined {
  let found: HclBody | undefined = body;
  for (const type of path) found = found?.blocks.find((block) => typeOf(block) === type)?.body;
  return found;
}

/** What an attribute is given as a plain text or truth; nothing where it is calculated. */
export function plain(body: HclBody | undefined, name: string): string | boolean | undefined {
  const value = body?.attributes.find((one) => one.name === name)?.value;
  return value?.kind === 'string' || value?.kind === 'bool' ? value.value : undefined;
}

/** A name with points that an expression reads, and where. */
export interface Reference {
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Everything that a body refers to, in blocks inside of it, too. The parser limits how deep it nests. */
export function referencesIn(body: HclBody): readonly Reference[] {
  return [
    ...body.attributes.flatMap(({ value }) => referencesOf(value)),
    ...body.blocks.flatMap((block) => referencesIn(block.body)),
  ];
}

function referencesOf(value: Expression): readonly Reference[] {
  if (value.kind === 'reference') {
    const steps = value.steps.map(({ key }) => String(key));
    return [{ path: [value.root, ...steps], start: value.start, end: value.end }];
  }
  if (value.kind === 'tuple') return value.items.flatMap(referencesOf);
  if (value.kind === 'call') return value.arguments.flatMap(referencesOf);
  if (value.kind === 'object') return value.items.flatMap((item) => referencesOf(item.value));
  return [];
}
