/** Markdown: text → headings, links, code, lists and prose with their places. Import only where there is a Markdown file. */
export { parseMarkdown } from './parse.ts';
export { outlineOf } from './outline/outline.ts';
export type { OutlineBlock, OutlineItem, OutlineSection, Words } from './outline/outline.ts';
