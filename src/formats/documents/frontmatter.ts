import { known, unknown, type Fact } from '../../model/index.ts';
import { sourceFile, type Diagnostic, type Location } from '../../source/index.ts';
import type { ProseDocument } from '../../syntax/prose/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';

export interface FrontMatterFacts {
  readonly title?: Fact<string>;
  readonly owner: Fact<string | null>;
  readonly reviewed: Fact<string | null>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a document says of itself above its text. */
export function frontMatterFacts(document: ProseDocument): FrontMatterFacts {
  const { file, frontMatter } = document;
  const nothing = { owner: known(null), reviewed: known(null), diagnostics: [] };
  if (!frontMatter) return nothing;
  // Blanks before it, so that offsets are those of the document.
  const blanks = file.text.slice(0, frontMatter.span.start).replace(/[^\r\n]/g, ' ');
  const parsed = parseYaml(sourceFile(file.path, blanks + frontMatter.text));
  const [data] = parsed.documents;
  const inDocument = (location: Location): Location => ({ file, span: location.span });
  const diagnostics = parsed.diagnostics.map((diagnostic) => ({
    ...diagnostic,
    ...(diagnostic.location && { location: inDocument(diagnostic.location) }),
  }));
  if (!data) return { ...nothing, diagnostics };
  const find = (keys: readonly string[]): { text: string; at: Location } | undefined => {
    const key = keys.find((each) => textOf(data.at([each]).value) !== undefined);
    if (key === undefined) return undefined;
    return { text: textOf(data.at([key]).value) ?? '', at: inDocument(data.locate([key])) };
  };
  const title = find(['title']);
  const owner = find(['owner', 'owners']);
  const reviewed = find(['reviewed', 'last_reviewed', 'lastReviewed', 'last-reviewed']);
  return {
    ...(title && { title: known(title.text, title.at) }),
    owner: owner ? known(owner.text, owner.at) : known(null),
    reviewed: reviewed ? dateFact(reviewed.text, reviewed.at) : known(null),
    diagnostics,
  };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.join(', ') || undefined;
  return undefined;
}

function dateFact(text: string, at: Location): Fact<string> {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  return date === undefined
    ? unknown(`the date of review "${text}" is not written as YYYY-MM-DD`, at)
    : known(date, at);
}
