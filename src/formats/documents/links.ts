import { known, unknown, type Fact, type LinkFacts } from '../../model/index.ts';
import { sourceFile } from '../../source/index.ts';
import { parseMarkdown } from '../../syntax/markdown/index.ts';
import type { ProseDocument } from '../../syntax/prose/index.ts';
import type { FormatContext } from '../format.ts';

/** Looks whether links lead to something; remembers the anchors of the documents it has met. */
export class LinkResolver {
  readonly #context: FormatContext;
  readonly #documents: ReadonlyMap<string, ProseDocument>;
  readonly #anchors = new Map<string, ReadonlySet<string> | undefined>();

  constructor(documents: readonly ProseDocument[], context: FormatContext) {
    this.#context = context;
    this.#documents = new Map(documents.map((document) => [document.file.path, document]));
  }

  linksOf(document: ProseDocument): LinkFacts[] {
    return (
      document.links
        // `[//]: # (…)` is how Markdown authors write comments.
        .filter(({ kind, target }) => target !== '' && !(kind === 'definition' && target === '#'))
        .map(({ target, location }) => ({
          target: known(target, location),
          resolves: this.#resolve(document, target, location),
        }))
    );
  }

  #resolve(document: ProseDocument, target: string, at: LinkFacts['target']['at']): Fact<boolean> {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target)) return known(true, at);
    if (/\{\{|\{%|\$\{|<%/.test(target)) return unknown('the link is filled in by a template', at);
    const [address, anchor] = split(target);
    const path = pathOf(document.file.path, decoded(address.split('?')[0] ?? ''));
    if (path === undefined) return unknown(`${target} leads out of the scanned folder`, at);
    const found = this.#find(path);
    if (found === undefined) {
      return target.startsWith('/')
        ? unknown(`${target} starts at the root of a site, which is not known`, at)
        : known(false, at);
    }
    if (anchor === '' || anchor === 'top') return known(true, at);
    const anchors = this.#anchorsOf(found);
    return known(anchors?.has(decoded(anchor).toLowerCase()) ?? true, at);
  }

  /** As written, or as generators of documentation sites read it: without ending, or with that of the page made of it. */
  #find(path: string): string | undefined {
    const stem = path.replace(/\.html?$/, '');
    const candidates = [path, `${stem}.md`, `${stem}/index.md`, `${stem}/README.md`];
    return candidates.find((each) => each === '' || this.#documents.has(each) || this.#context.exists(each));
  }

  /** Undefined for what is no Markdown, where anchors are lines or the like. */
  #anchorsOf(path: string): ReadonlySet<string> | undefined {
    if (!/\.(?:md|markdown)$/i.test(path)) return undefined;
    if (!this.#anchors.has(path)) {
      const text = this.#documents.has(path) ? undefined : this.#context.readText(path);
      const document =
        this.#documents.get(path) ?? (text === undefined ? undefined : parseMarkdown(sourceFile(path, text)));
      const names = document && [
        ...document.headings.flatMap(({ slug, names }) => [slug, ...names]),
        ...document.anchors.map((anchor) => anchor.text.toLowerCase()),
      ];
      this.#anchors.set(path, names && new Set(names));
    }
    return this.#anchors.get(path);
  }
}

function split(target: string): [address: string, anchor: string] {
  const hash = target.indexOf('#');
  return hash === -1 ? [target, ''] : [target.slice(0, hash), target.slice(hash + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A link's path from the root; undefined when it leads out of it. */
function pathOf(from: string, address: string): string | undefined {
  if (address === '') return from;
  const parts = address.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of address.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
