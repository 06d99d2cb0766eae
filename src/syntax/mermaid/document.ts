import type { SourceFile } from '../../source/index.ts';
import { Parts, tooLarge, type ProseDocument } from '../prose/index.ts';

/** A file that is a diagram and nothing else, as a document whose only part is that diagram. */
export function parseMermaidFile(file: SourceFile): ProseDocument {
  const large = tooLarge(file, 'mermaid');
  if (large) return large;
  const parts = new Parts(file);
  parts.codeBlocks.push({ ...parts.piece({ start: 0, end: file.text.length }), language: 'mermaid' });
  return parts.document('mermaid');
}
