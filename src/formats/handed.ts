import { formats } from './all.ts';
import type { Format, FormatContext, HandedDocuments, Normalized } from './format.ts';

/** Formats that read what others hand them: they leave open what is not known there. */
const READERS: ReadonlySet<string> = new Set(['grafana', 'prometheus', 'alertmanager', 'objectives']);

/** What a format makes of its documents, and others of those that it hands them. */
export async function normalizeDocuments(
  format: Format,
  documents: Parameters<Format['normalize']>[0],
  context: FormatContext,
): Promise<Normalized> {
  const normalized = await format.normalize(documents, context);
  if (!normalized.handed) return normalized;
  const subjects = [...normalized.subjects];
  const diagnostics = [...normalized.diagnostics];
  for (const { documents: handed, environment } of normalized.handed)
    for (const [reader, own] of readersOf(handed)) {
      const read = await reader.normalize(own, { ...context, environmentOf: () => environment });
      for (const subject of read.subjects) subjects.push(subject);
      for (const diagnostic of read.diagnostics) diagnostics.push(diagnostic);
    }
  return { ...normalized, subjects, diagnostics };
}

type Handed = HandedDocuments['documents'];

function readersOf(handed: Handed): ReadonlyMap<Format, Handed> {
  const readers = new Map<Format, Handed[number][]>();
  for (const document of handed) {
    const reader = formats.find((format) => READERS.has(format.id) && format.detect(document));
    if (!reader) continue;
    const own = readers.get(reader);
    if (own) own.push(document);
    else readers.set(reader, [document]);
  }
  return readers;
}
