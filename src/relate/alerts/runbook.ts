import { isUnknown, known, unknown, valueOf, type AlertFacts, type SubjectOf } from '../../model/index.ts';
import { normalizePath, parseReference } from '../../plan/index.ts';
import type { Location } from '../../source/index.ts';
import type { Library } from '../documents/library.ts';

/** Longer than any address that leads somewhere. */
const MAX_LENGTH = 4096;

/** The document that an alert's runbook names, and whether what it names by a path is there. */
export function runbookOf(
  alert: SubjectOf<'alert'>,
  library: Library,
): Pick<AlertFacts, 'runbookDocument' | 'runbookExists'> {
  const runbookDocument = documentOf(alert, library);
  return { runbookDocument, runbookExists: existsOf(alert, runbookDocument, library) };
}

/** A name as documents have them, without what could make a sentence of it. */
const DOCUMENT_NAME = /^[^\s:?*<>|]+\.(?:md|markdown|adoc|asciidoc|rst)(?:#\S*)?$/i;

/** Words that name no file are an explanation rather than a path that leads nowhere. */
function existsOf(
  { facts, location }: SubjectOf<'alert'>,
  { value: id, at, related }: AlertFacts['runbookDocument'],
  library: Library,
): AlertFacts['runbookExists'] {
  const written = valueOf(facts.runbook)?.trim() ?? '';
  const { anchor, url } = parseReference(written);
  // Another repository may have a document of that path, and what stands elsewhere is never fetched.
  if (url) return known(null, at);
  const document = typeof id === 'string' ? library.byId.get(id) : undefined;
  if (document) {
    const whole = document.facts.whole.value;
    if (library.sections(document, anchor)) return known(true, at, related);
    if (isUnknown(whole)) return unknown(whole.unknown, at);
    return known(false, at, [{ location: document.location, message: `has no section #${anchor ?? ''}` }]);
  }
  if (isUnknown(id)) return unknown(id.unknown, at);
  if (!DOCUMENT_NAME.test(written)) return known(null, at);
  const path = written.split('#')[0] ?? '';
  return normalizePath(`${folderOf(location)}/${path}`) === undefined
    ? unknown('the runbook lies outside the files', at)
    : known(false, at);
}

function documentOf(alert: SubjectOf<'alert'>, library: Library): AlertFacts['runbookDocument'] {
  const { value, at } = alert.facts.runbook;
  if (isUnknown(value)) return unknown(value.unknown, at);
  if (value === null || value.trim() === '' || value.length > MAX_LENGTH) return known(null, at);
  if (value.includes('{{'))
    return unknown('a template makes the address of the runbook when the alert fires', at);
  const reference = parseReference(value.trim());
  if (reference.url) {
    const document = documentOfUrl(value.trim(), library);
    return document
      ? known(document.id, at, [{ location: document.location, message: 'the runbook is here' }])
      : unknown('the runbook lies outside the files', at);
  }
  const folder = folderOf(alert.location);
  const written = value.trim().split('#')[0] ?? '';
  const candidates = written.startsWith('/')
    ? [written]
    : foldersUp(folder).map((from) => `${from}/${written}`);
  for (const path of candidates.map(normalizePath)) {
    const document = path === undefined ? undefined : library.byPath.get(path);
    if (document)
      return known(document.id, at, [{ location: document.location, message: 'the runbook is here' }]);
    if (path !== undefined && path !== folder && path !== '' && library.exists(path))
      return unknown(`${path} is of a kind that Planproof reads no runbooks from`, at);
  }
  return known(null, at);
}

function folderOf({ file }: Location): string {
  return file.path.split('/').slice(0, -1).join('/');
}

/** The folder and those around it: a path may be meant from the rule's file, or from the top of its repository. */
function foldersUp(folder: string): readonly string[] {
  const parts = folder === '' ? [] : folder.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/')).concat('');
}

/** Which ref a hosted file is of, in the addresses of GitHub, GitLab, Gitea and Bitbucket. */
const AFTER_REF = /\/(?:-\/)?(?:blob|raw|tree|src(?:\/branch|\/tag|\/commit)?)\/[^/]+\/(.+)$/;

/**
 * The document that a URL of this repository shows: the longest one that its path ends with. A document in the root
 * must be all that follows the ref, since a README.md ends many addresses.
 */
function documentOfUrl(url: string, library: Library): SubjectOf<'document'> | undefined {
  const path = pathOf(url);
  const behindRef = AFTER_REF.exec(path)?.[1];
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    const end = path.slice(slash + 1);
    const document = library.byPath.get(end);
    if (document && (end.includes('/') || end === behindRef)) return document;
  }
  return undefined;
}

/** The path of a URL without query and anchor, decoded where it can be. */
function pathOf(url: string): string {
  const path = url.replace(/^[^:]+:\/\/[^/?#]*/, '').replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray % is no reason to give up: hosts show such addresses, too.
    return path;
  }
}
