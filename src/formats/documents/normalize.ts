import { known, unknown, type Fact, type SubjectOf } from '../../model/index.ts';
import type { Diagnostic } from '../../source/index.ts';
import type { ProseDocument, ProseLink } from '../../syntax/prose/index.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { baseName } from '../paths.ts';
import { drawnIn } from './diagrams.ts';
import { showsOutput } from './named/commands.ts';
import { frontMatterFacts } from './text/frontmatter.ts';
import { inclusionOf } from './includes.ts';
import { foreignLanguage } from './text/language.ts';
import { LinkResolver } from './links.ts';
import { expectationsIn, mechanismsOf } from './named/mechanisms.ts';
import { placeholdersOf } from './text/placeholders.ts';
import { Shelf } from './read.ts';
import { referencesOf } from './named/references.ts';
import { sectionsOf } from './text/sections.ts';
import { commandsOf } from './named/shell.ts';

/** One `document` subject for each file, and what its diagrams draw. */
export function normalize(documents: readonly ProseDocument[], context: FormatContext): Normalized {
  const links = new LinkResolver(new Shelf(documents, context));
  const diagnostics: Diagnostic[] = [];
  const subjects = documents.map((document): SubjectOf<'document'> => {
    const { file } = document;
    const top = document.headings.find((heading) => heading.level === 1) ?? document.headings[0];
    const frontMatter = frontMatterFacts(document);
    diagnostics.push(...frontMatter.diagnostics);
    const commands = commandsOf(document);
    const language = foreignLanguage(document);
    const { included, missing } = inclusionOf(document, (from, link) => links.included(from, link));
    return {
      kind: 'document',
      id: file.path,
      name: file.path,
      format: 'documents',
      location: top?.location ?? { file, span: { start: 0, end: 0 } },
      facts: {
        path: file.path,
        title: frontMatter.title ?? (top ? known(top.text, top.location) : known(baseName(file.path))),
        sections: sectionsOf(document, included),
        whole: language === undefined ? wholeness(missing) : unread(language),
        links: links.linksOf(document),
        placeholders: placeholdersOf(document),
        owner: stated(frontMatter.owner, language),
        reviewed: stated(frontMatter.reviewed, language),
        leadsTo: links.leadsTo(document),
        expectations: expectationsIn(document) + document.codeBlocks.filter(showsOutput).length,
        mechanisms: mechanismsOf(document, commands),
        references: referencesOf(document, commands, context),
      },
    };
  });
  return { subjects: [...subjects, ...documents.flatMap(drawnIn)], diagnostics };
}

function wholeness([missing]: readonly ProseLink[]): Fact<boolean> {
  return missing
    ? unknown(`${missing.target}, which it includes, was not read`, missing.location)
    : known(true);
}

function unread(language: string): Fact<never> {
  return unknown(`it is written in ${language}, and sections are understood in English`);
}

/** Labels are English, too: what none of them says may stand there in other words. */
function stated(fact: Fact<string | null>, language: string | undefined): Fact<string | null> {
  return language !== undefined && fact.value === null ? unread(language) : fact;
}
