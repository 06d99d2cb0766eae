import { isUnknown, known, unknown, type AlertFacts, type SubjectOf } from '../../model/index.ts';
import { normalizePath, parseReference } from '../../plan/index.ts';
import type { Library } from '../documents/library.ts';

/** Longer than any address that leads somewhere. */
const MAX_LENGTH = 4096;

/** The document that an alert's runbook names. */
export function runbookDocumentOf(
  alert: SubjectOf<'alert'>,
  library: Library,
): AlertFacts['runbookDocument'] {
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
  const folder = alert.location.file.path.split('/').slice(0, -1).join('/');
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
