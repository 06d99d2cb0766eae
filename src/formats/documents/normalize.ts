import { known, type SubjectOf } from '../../model/index.ts';
import type { Diagnostic } from '../../source/index.ts';
import type { ProseDocument } from '../../syntax/prose/index.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { baseName } from '../paths.ts';
import { frontMatterFacts } from './frontmatter.ts';
import { LinkResolver } from './links.ts';
import { placeholdersOf } from './placeholders.ts';
import { sectionsOf } from './sections.ts';

/** One `document` subject for each file. */
export function normalize(documents: readonly ProseDocument[], context: FormatContext): Normalized {
  const links = new LinkResolver(documents, context);
  const diagnostics: Diagnostic[] = [];
  const subjects = documents.map((document): SubjectOf<'document'> => {
    const { file } = document;
    const top = document.headings.find((heading) => heading.level === 1) ?? document.headings[0];
    const frontMatter = frontMatterFacts(document);
    diagnostics.push(...frontMatter.diagnostics);
    return {
      kind: 'document',
      id: file.path,
      name: file.path,
      format: 'documents',
      location: top?.location ?? { file, span: { start: 0, end: 0 } },
      facts: {
        path: file.path,
        title: frontMatter.title ?? (top ? known(top.text, top.location) : known(baseName(file.path))),
        sections: sectionsOf(document),
        links: links.linksOf(document),
        placeholders: placeholdersOf(document),
        owner: frontMatter.owner,
        reviewed: frontMatter.reviewed,
      },
    };
  });
  return { subjects, diagnostics };
}
