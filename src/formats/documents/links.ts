import { known, unknown, type Fact, type LinkFacts } from '../../model/index.ts';
import type { ProseDocument, ProseLink } from '../../syntax/prose/index.ts';
import { ENDINGS, type Shelf } from './read.ts';

type At = LinkFacts['target']['at'];

/** Pages that Sphinx makes by itself. */
const MADE_BY_SPHINX = new Set(['genindex', 'modindex', 'py-modindex', 'search']);

/** Looks whether links lead to something; remembers the anchors of the documents it has met. */
export class LinkResolver {
  readonly #shelf: Shelf;
  readonly #anchors = new Map<string, ReadonlySet<string> | undefined>();
  #labels: ReadonlySet<string> | undefined;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  linksOf(document: ProseDocument): LinkFacts[] {
    return (
      document.links
        // `[//]: # (…)` is how Markdown authors write comments.
        .filter(({ kind, target }) => target !== '' && !(kind === 'definition' && target === '#'))
        .map((link) => ({
          target: known(link.target, link.location),
          resolves: this.#resolve(document, link),
        }))
    );
  }

  /** Files that a document's links lead to, each once. */
  leadsTo(document: ProseDocument): readonly string[] {
    const paths = document.links.flatMap(({ kind, target }) => {
      if (kind === 'label' || isOutside(target) || target.startsWith('#')) return [];
      const path = pathOf(document.file.path, decoded(split(target)[0].split('?')[0] ?? ''));
      return path === undefined ? [] : (this.#find(path) ?? []);
    });
    return [...new Set(paths)].filter((path) => path !== '' && path !== document.file.path).sort();
  }

  /** The document whose text a link takes in; undefined where it is none, or cannot be told. */
  included(document: ProseDocument, { target }: ProseLink): ProseDocument | undefined {
    const path = isOutside(target) ? undefined : pathOf(document.file.path, target);
    return path === undefined ? undefined : this.#shelf.document(path, document.markup);
  }

  #resolve(document: ProseDocument, { kind, target, location: at }: ProseLink): Fact<boolean> {
    if (kind === 'label') return this.#label(document, target, at);
    if (isOutside(target)) return known(true, at);
    if (/\{\{|\{%|\$\{|<%/.test(target)) return unknown('the link is filled in by a template', at);
    if (document.markup === 'asciidoc' && /\{\w|\$/.test(target))
      return unknown(`${target} is filled in when the document is published`, at);
    const [address, anchor] = split(target);
    const path = pathOf(document.file.path, decoded(address.split('?')[0] ?? ''));
    if (path === undefined) return unknown(`${target} leads out of the scanned folder`, at);
    const found = this.#find(path);
    if (found === undefined) return this.#missing(document, kind, target, at);
    if (anchor === '' || anchor === 'top') return known(true, at);
    return this.#anchor(document, found, decoded(anchor).toLowerCase(), at);
  }

  #missing(document: ProseDocument, kind: ProseLink['kind'], target: string, at: At): Fact<boolean> {
    if (target.startsWith('/'))
      return unknown(`${target} starts at the root of a site, which is not known`, at);
    const reason =
      document.markup === 'asciidoc'
        ? elsewhereInAsciidoc(document.file.path, kind)
        : document.markup === 'restructuredtext'
          ? this.#elsewhereInSphinx(document.file.path, target)
          : undefined;
    return reason === undefined ? known(false, at) : unknown(`${target} ${reason}`, at);
  }

  /** Targets without an ending are relative to the page that is made of the document; extensions make pages of their own. */
  #elsewhereInSphinx(path: string, target: string): string | undefined {
    if (!/\.\w+(?:#.*)?$/.test(target)) return 'is meant from the published page';
    const settings = target.endsWith('.rst') ? this.#shelf.sphinxSettings(path) : undefined;
    const isMade =
      settings !== undefined && /autosummary|apidoc|autoapi|breathe|exhale|gallery/.test(settings);
    return isMade ? 'may be a page that an extension makes' : undefined;
  }

  #anchor(document: ProseDocument, found: string, anchor: string, at: At): Fact<boolean> {
    const anchors = this.#anchorsOf(found);
    if (!anchors || anchors.has(anchor)) return known(true, at);
    const other = this.#shelf.document(found);
    if (other?.links.some(({ kind }) => kind === 'include'))
      return unknown(`#${anchor} may stand in a file that ${found} includes`, at);
    const added = document.markup === 'restructuredtext' ? this.#shelf.sphinxSettings(found) : undefined;
    if (added !== undefined && /rst_(?:epilog|prolog)/.test(added))
      return unknown(`the settings of the site add text to ${found}`, at);
    return known(false, at);
  }

  /** A label is a name in any page of the site. */
  #label(document: ProseDocument, label: string, at: At): Fact<boolean> {
    this.#labels ??= new Set(
      this.#shelf
        .all()
        .filter(({ markup }) => markup === 'restructuredtext')
        .flatMap((each) => [...(this.#anchorsOf(each.file.path) ?? [])]),
    );
    if (this.#labels.has(label) || MADE_BY_SPHINX.has(label)) return known(true, at);
    const settings = this.#shelf.sphinxSettings(document.file.path);
    if (settings === undefined)
      return unknown(`the site that ${document.file.path} is a page of is not known`, at);
    if (label.includes(':') || /intersphinx|autosectionlabel|autosummary|autodoc/.test(settings))
      return unknown(`${label} may be a label of another site, or one that an extension makes`, at);
    return known(false, at);
  }

  /** As written, or as generators of documentation sites read it: without ending, or with that of the page made of it. */
  #find(path: string): string | undefined {
    const stem = path.replace(/\.(?:html?|rst)$/, '');
    const candidates = [
      path,
      ...ENDINGS.map((ending) => `${stem}.${ending}`),
      ...ENDINGS.map((ending) => `${stem}/index.${ending}`),
      `${stem}/README.md`,
    ];
    return candidates.find((each) => this.#shelf.has(each));
  }

  /** Undefined for what is no document, where anchors are lines or the like. */
  #anchorsOf(path: string): ReadonlySet<string> | undefined {
    if (!this.#anchors.has(path)) {
      const document = this.#shelf.document(path);
      const names = document && [
        ...document.headings.flatMap(({ slug, names }) => [slug, ...names]),
        ...document.anchors.map((anchor) => anchor.text.toLowerCase()),
      ];
      this.#anchors.set(path, names && new Set(names));
    }
    return this.#anchors.get(path);
  }
}

/** Antora has folders of its own for each kind of thing; builds of others set folders for pictures and parts. */
function elsewhereInAsciidoc(path: string, kind: ProseLink['kind']): string | undefined {
  if (/(?:^|\/)modules\/[^/]+\//.test(path)) return 'is looked for where the settings of the site say';
  return kind === 'image' || kind === 'include' ? 'may lie in a folder that the build sets' : undefined;
}

function isOutside(target: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(target);
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
