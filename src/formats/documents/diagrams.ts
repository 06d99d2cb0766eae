import { drawnSubject, type Subject } from '../../model/index.ts';
import type { Location, Span } from '../../source/index.ts';
import { parseMermaid } from '../../syntax/mermaid/index.ts';
import type { CodeBlock, ProseDocument } from '../../syntax/prose/index.ts';

/** Who uses a system is no part of it: flowcharts do not tell them apart. */
const PEOPLE =
  /^(?:end[- ])?(?:users?|customers?|clients?|admins?|administrators?|operators?|developers?|browsers?|internet|visitors?|start|end|stop|begin)$/i;

/** What the diagrams of a document draw, each once for the document. */
export function drawnIn(document: ProseDocument): readonly Subject[] {
  const seen = new Set<string>();
  return document.codeBlocks
    .filter(({ language }) => language === 'mermaid')
    .flatMap((block, index) => {
      const diagram = parseMermaid(block.text);
      if (!diagram) return [];
      const names = new Map(diagram.nodes.map(({ id, name }) => [id, name]));
      const place = placesIn(block);
      const people = new Set(
        diagram.nodes.filter(({ kind, name }) => kind === 'person' || PEOPLE.test(name)).map(({ id }) => id),
      );
      const leaving = new Map<string, (typeof diagram.edges)[number][]>();
      for (const edge of diagram.edges) {
        const before = leaving.get(edge.from);
        if (before) before.push(edge);
        else leaving.set(edge.from, [edge]);
      }
      return diagram.nodes
        .filter(({ id }) => !people.has(id))
        .flatMap(({ id, name, kind, span }) => {
          const edges = (leaving.get(id) ?? []).filter(({ to }) => names.has(to) && !people.has(to));
          const key = `${document.file.path}:diagram[${index}].${id}`;
          if (seen.has(key)) return [];
          seen.add(key);
          const dependsOn = edges.map((edge) => ({
            name: names.get(edge.to) ?? edge.to,
            location: place(edge.span),
          }));
          const type = kind === 'external' ? ('external' as const) : ('component' as const);
          return [
            drawnSubject({ name, type, location: place(span), dependsOn }, { id: key, format: 'documents' }),
          ];
        });
    });
}

/** Places in a block whose lines stand in the file as they are; else the block as a whole. */
function placesIn({ text, location }: CodeBlock): (span: Span) => Location {
  const { file, span: whole } = location;
  const start = file.text.indexOf(text, whole.start);
  if (start < 0 || start > whole.end) return () => location;
  return ({ start: from, end }) => ({ file, span: { start: start + from, end: start + end } });
}
