/** What documents that people read have in common, whatever they are marked up in, and what their readers share. */
export type {
  CodeBlock,
  Field,
  Heading,
  Markup,
  Piece,
  ProseDocument,
  ProseLink,
  ProseList,
  Table,
} from './document.ts';
export { withoutFrontMatter } from './frontmatter.ts';
export { joinLines } from './joined.ts';
export { linesOf, withoutBlanks, type Line } from './lines.ts';
export { Parts, tooLarge } from './parts.ts';
