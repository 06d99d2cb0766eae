import type { Diagnostic, SourceFile, Span } from '../../source/index.ts';
import {
  addBuilt,
  builtDocument,
  builtList,
  builtMap,
  builtScalar,
  type BuiltNode,
  type DataDocument,
} from '../../syntax/data/index.ts';
import { contradiction } from '../read/contradiction.ts';
import type { Said, Step } from './said.ts';
import { PLAN, type Shape } from './vocabulary/shape.ts';

/** A value that is being gathered; its parts may come from several tables. */
interface Part {
  readonly shape: Shape;
  readonly at: Span;
  readonly key: Span | undefined;
  value: string | number | boolean | undefined;
  /** By key, by name in lower case, or by the number of an entry. */
  readonly parts: Map<string, Part>;
  readonly name: string | undefined;
}

/** Makes one document of all that was said. Names that differ in capitals only are one, as they were first written. */
export class Tree {
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: SourceFile;
  readonly #root: Part;
  readonly #names: ReadonlyMap<string, string>;
  /** Where the headings of sections stand, by their path. */
  readonly #headings: ReadonlyMap<string, Span>;

  constructor(
    file: SourceFile,
    at: Span,
    names: ReadonlyMap<string, string>,
    headings: ReadonlyMap<string, Span>,
  ) {
    this.#file = file;
    this.#names = names;
    this.#headings = headings;
    this.#root = { shape: PLAN, at, key: undefined, value: undefined, parts: new Map(), name: undefined };
  }

  add({ path, value, at, key }: Said): void {
    let part = this.#root;
    let keys = '';
    for (const [index, step] of path.entries()) {
      if ('key' in step) keys += `${keys === '' ? '' : '.'}${step.key}`;
      const last = index === path.length - 1;
      const next = this.#step(part, step, keys, last && value !== undefined ? { at, key } : undefined);
      if (!next) return;
      part = next;
    }
    if (value === undefined) return;
    const written =
      part.shape.type === 'scalar' && part.shape.of === 'name' ? this.#named(String(value)) : value;
    if (part.value === undefined) part.value = written;
    else if (part.value !== written)
      this.diagnostics.push(
        contradiction(keys, written, { file: this.#file, span: at }, part.value, {
          file: this.#file,
          span: part.at,
        }),
      );
  }

  document(): DataDocument {
    const root = this.#built(this.#root, '', []) ?? builtMap(this.#root.at);
    return builtDocument(this.#file, 'markdown', root, []);
  }

  #named(name: string): string {
    return this.#names.get(name.toLowerCase()) ?? name;
  }

  #step(
    part: Part,
    step: Step,
    keys: string,
    leaf: { at: Span; key: Span | undefined } | undefined,
  ): Part | undefined {
    const name = 'named' in step ? this.#named(step.named) : undefined;
    const id = idOf(step, name);
    const known = part.parts.get(id);
    if (known) return known;
    const shape = innerShape(part.shape, step);
    if (!shape) return undefined;
    const heading = 'key' in step ? (this.#headings.get(keys) ?? step.at) : undefined;
    const at = leaf?.at ?? ('key' in step ? (heading ?? part.at) : step.at);
    const key = leaf?.key ?? heading ?? ('named' in step && step.by === '*' ? step.at : undefined);
    const made: Part = { shape, at, key, value: undefined, parts: new Map(), name };
    part.parts.set(id, made);
    if ('named' in step && step.by !== '*' && step.by !== '')
      made.parts.set(step.by, {
        shape: NAME,
        at: step.at,
        key: undefined,
        value: name,
        parts: new Map(),
        name: undefined,
      });
    return made;
  }

  /** undefined when what it says is not enough to be an entry; that is told. */
  #built(part: Part, label: string, path: readonly string[]): BuiltNode | undefined {
    const { shape, at, key } = part;
    if (part.value !== undefined) return builtScalar(part.value, at, key);
    if (shape.type === 'list') {
      const list = builtList(at, key);
      for (const inner of part.parts.values()) {
        const built = this.#built(inner, inner.name === undefined ? 'An entry' : `"${inner.name}"`, path);
        if (built) addBuilt(list, undefined, built);
      }
      return list.children.size > 0 ? list : undefined;
    }
    if (shape.type === 'scalar') return undefined;
    const map = builtMap(at, key);
    for (const [id, inner] of part.parts) {
      const name = inner.name ?? id;
      const built =
        inner.name === undefined
          ? this.#built(inner, 'A statement', [...path, id])
          : this.#built(inner, `"${name}"`, path);
      if (built) addBuilt(map, name, built);
    }
    complete(map, shape);
    return this.#lacks(map, shape, part, `${label} is left out of ${path.join('.')}`) ? undefined : map;
  }

  #lacks(map: BuiltNode, shape: Shape, part: Part, label: string): boolean {
    const lacking = shape.type === 'object' ? shape.required.filter((key) => !map.children.has(key)) : [];
    if (lacking.length === 0 || part === this.#root) return false;
    this.diagnostics.push({
      code: 'plan/incomplete',
      level: 'warning',
      message: `${label}: it says no ${lacking.join(' and no ')}.`,
      path: this.#file.path,
      location: { file: this.#file, span: part.at },
      help: `Add ${lacking.length === 1 ? 'a column or definition' : 'columns or definitions'} for ${lacking.join(' and ')}.`,
    });
    return true;
  }
}

/** By key, by name in lower case, or by the number of an entry; the three never meet in one place. */
function idOf(step: Step, name: string | undefined): string {
  if ('key' in step) return step.key;
  return 'entry' in step ? `e ${step.entry}` : `n ${name?.toLowerCase() ?? ''}`;
}

const NAME: Shape = { type: 'scalar', of: 'name', choices: [] };

function innerShape(shape: Shape, step: Step): Shape | undefined {
  if ('key' in step) return shape.type === 'object' ? shape.properties.get(step.key) : undefined;
  return shape.type === 'list' ? shape.item : shape.type === 'map' ? shape.value : undefined;
}

/** What another statement tells as well: a milestone's title is its id, the stage "Build" is one that builds. */
function complete(map: BuiltNode, shape: Shape): void {
  if (shape.type !== 'object') return;
  const lacks = (key: string): boolean => shape.required.includes(key) && !map.children.has(key);
  const [id, name] = [map.children.get('id'), map.children.get('name')];
  if (lacks('title') && id) addBuilt(map, 'title', builtScalar(id.value, id.span));
  const kind = shape.properties.get('kind');
  if (!lacks('kind') || kind?.type !== 'scalar' || typeof name?.value !== 'string') return;
  const [word] = name.value.toLowerCase().split(/[^a-z]/, 1);
  if (word !== undefined && kind.choices.includes(word)) addBuilt(map, 'kind', builtScalar(word, name.span));
}
