/**
 * CODEOWNERS: who owns which paths. The forms of GitHub (one list) and of GitLab (sections with owners of their own,
 * exclusions) are read alike; which of them a file is in is for its format to say.
 * Sources: GitHub's "About code owners", GitLab's "Code Owners syntax".
 */
import type { Location, SourceFile } from '../../source/index.ts';

export interface CodeOwnersFile {
  readonly file: SourceFile;
  readonly sections: readonly CodeOwnersSection[];
  readonly entries: readonly CodeOwnersEntry[];
}

/** `^[Docs][2] @docs`: a list of its own, in GitLab. */
export interface CodeOwnersSection {
  readonly name: string;
  /** Nobody of it needs to approve. */
  readonly optional: boolean;
  readonly owners: readonly string[];
  readonly location: Location;
}

export interface CodeOwnersEntry {
  /** As it is written, an escaped blank or sign of a comment unescaped. */
  readonly pattern: string;
  /** It begins with `!`: what it matches has no owner by its section. */
  readonly excludes: boolean;
  /** As they are written; the section's where the line has none. */
  readonly owners: readonly string[];
  /** Owners that stand in the line itself. */
  readonly stated: boolean;
  /** Position in `sections`; -1 above the first. */
  readonly section: number;
  /** The pattern. */
  readonly location: Location;
}

const HEADING = /^(\^?)\[([^\]\n]{1,255})\](?:\[\d{1,4}\])?(\s.*)?$/;

export function parseCodeOwners(file: SourceFile): CodeOwnersFile {
  const sections: CodeOwnersSection[] = [];
  const entries: CodeOwnersEntry[] = [];
  let start = 0;
  for (const line of file.text.split('\n')) {
    const words = wordsIn(line);
    const [first] = words;
    const heading = first && HEADING.exec(line.trim());
    if (first && heading) {
      const [, mark, name = '', rest = ''] = heading;
      sections.push({
        name,
        optional: mark === '^',
        owners: wordsIn(rest).map(({ text: owner }) => owner),
        location: { file, span: { start: start + first.start, end: start + first.end } },
      });
    } else if (first) {
      const own = words.slice(1).map(({ text: owner }) => owner);
      const excludes = first.text.startsWith('!');
      entries.push({
        pattern: (excludes ? first.text.slice(1) : first.text).replaceAll(/\\([ #])/g, '$1'),
        excludes,
        owners: own.length > 0 ? own : (sections.at(-1)?.owners ?? []),
        stated: own.length > 0,
        section: sections.length - 1,
        location: { file, span: { start: start + first.start, end: start + first.end } },
      });
    }
    start += line.length + 1;
  }
  return { file, sections, entries };
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words of a line up to a comment; a backslash keeps a blank or `#` in its word. */
function wordsIn(line: string): readonly Word[] {
  const words: Word[] = [];
  let start = -1;
  let at = 0;
  const close = (): void => {
    if (start >= 0) words.push({ text: line.slice(start, at), start, end: at });
    start = -1;
  };
  for (; at < line.length; at++) {
    const sign = line.charAt(at);
    if (sign === ' ' || sign === '\t' || sign === '\r') close();
    else if (sign === '#' && start < 0) break;
    else {
      if (start < 0) start = at;
      if (sign === '\\') at++;
    }
  }
  at = Math.min(at, line.length);
  close();
  return words;
}
