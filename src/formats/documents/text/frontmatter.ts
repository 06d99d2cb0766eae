import { known, unknown, type Fact } from '../../../model/index.ts';
import { sourceFile, type Diagnostic, type Location } from '../../../source/index.ts';
import type { Piece, ProseDocument } from '../../../syntax/prose/index.ts';
import { parseYaml } from '../../../syntax/yaml/index.ts';
import { dayIn } from './dates.ts';
import { labelledIn, plainText, type Labelled } from './labels.ts';

export interface FrontMatterFacts {
  readonly title?: Fact<string>;
  readonly owner: Fact<string | null>;
  readonly reviewed: Fact<string | null>;
  readonly diagnostics: readonly Diagnostic[];
}

const OWNER =
  /^(?:(?:document|runbook|procedure|page|service|owning) )?(?:owners?|owned by|owning team|team)$/;
const REVIEWED = /^(?:(?:date of )?last )?review(?:ed)?(?: date| on)?$/;

/** What a document says of itself: above its text, else in a line or table of it. */
export function frontMatterFacts(document: ProseDocument): FrontMatterFacts {
  const { find, diagnostics } = frontMatterOf(document);
  const labelled = labelledIn(document);
  const title = find(['title']);
  const owner = find(['owner', 'owners']) ?? firstOf(labelled, OWNER);
  const reviewed =
    find(['reviewed', 'last_reviewed', 'lastReviewed', 'last-reviewed']) ?? firstOf(labelled, REVIEWED);
  return {
    ...(title && { title: known(title.text, title.location) }),
    owner: owner ? known(plainText(owner.text), owner.location) : known(null),
    reviewed: reviewed ? dateFact(plainText(reviewed.text), reviewed.location) : known(null),
    diagnostics,
  };
}

function firstOf(labelled: readonly Labelled[], label: RegExp): Piece | undefined {
  return labelled.find((each) => label.test(each.label) && plainText(each.value.text) !== '')?.value;
}

interface FrontMatter {
  readonly find: (keys: readonly string[]) => Piece | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function frontMatterOf({ file, frontMatter }: ProseDocument): FrontMatter {
  const nothing = { find: () => undefined, diagnostics: [] };
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
  return {
    find: (keys) => {
      const key = keys.find((each) => textOf(data.at([each]).value) !== undefined);
      if (key === undefined) return undefined;
      return { text: textOf(data.at([key]).value) ?? '', location: inDocument(data.locate([key])) };
    },
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
  const day = dayIn(text);
  return day === undefined
    ? unknown(`the date of review "${text}" is not written as YYYY-MM-DD`, at)
    : known(day, at);
}
