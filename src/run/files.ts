import type { FileReport } from '../assess/index.ts';
import type { DiscoveredFile, Discovery } from '../discover/index.ts';
import type { Subject } from '../model/index.ts';

/** The population: every file that discovery met, with what became of it. */
export function fileReports(
  discovery: Discovery,
  subjects: readonly Subject[],
  includedBy: ReadonlyMap<string, readonly string[]>,
): readonly FileReport[] {
  const subjectsIn = new Map<string, number>();
  for (const { location } of subjects)
    subjectsIn.set(location.file.path, (subjectsIn.get(location.file.path) ?? 0) + 1);
  return discovery.files.map((discovered) => {
    const formats = new Set([...discovered.formats, ...(includedBy.get(discovered.path) ?? [])]);
    return reportOf({ ...discovered, formats: [...formats] }, subjectsIn.get(discovered.path) ?? 0);
  });
}

function reportOf(file: DiscoveredFile, subjects: number): FileReport {
  return {
    path: file.path,
    status: statusOf(file),
    bytes: file.bytes,
    ...(file.sha256 !== undefined && { sha256: file.sha256 }),
    formats: file.formats,
    subjects,
    ...(file.reason !== undefined && { reason: file.reason }),
  };
}

function statusOf(file: DiscoveredFile): FileReport['status'] {
  if (file.formats.length > 0) return 'examined';
  if (file.unreadable) return 'unreadable';
  return file.sha256 === undefined ? 'not-examined' : 'not-recognized';
}
