import type { Artifact } from 'sarif';
import type { FileReport, Report } from '../../assess/index.ts';
import { compareText, FILE_STATES } from '../parts/index.ts';
import type { Places } from '../parts/sarif/index.ts';

const MIME_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  md: 'text/markdown',
  tf: 'text/x-hcl',
  yaml: 'application/yaml',
  yml: 'application/yaml',
};

/** The population by path, with files that only results point into at their place. */
export function population(report: Report): readonly (Pick<FileReport, 'path'> & Partial<FileReport>)[] {
  const files = new Map<string, Pick<FileReport, 'path'> & Partial<FileReport>>();
  const mention = (location: { file: { path: string } } | undefined): void => {
    if (location && !files.has(location.file.path))
      files.set(location.file.path, { path: location.file.path });
  };
  for (const file of report.files) files.set(file.path, file);
  mention(report.plan?.location);
  for (const { location, related } of [...report.findings, ...report.undecided])
    for (const place of [location, ...related.map((other) => other.location)]) mention(place);
  for (const { passed } of report.rules) for (const subject of passed) mention(subject.location);
  for (const { location } of [...report.waivers, ...report.diagnostics]) mention(location);
  for (const { path } of report.diagnostics) if (!files.has(path)) files.set(path, { path });
  return [...files.values()].sort((a, b) => compareText(a.path, b.path));
}

/** Every file with its hash; those that were not examined say why. */
export function artifacts(files: ReturnType<typeof population>, { artifact }: Places): Artifact[] {
  return files.map((file): Artifact => {
    const { path, status, bytes, sha256, formats, reason } = file;
    const mimeType = MIME_TYPES[path.slice(path.lastIndexOf('.') + 1)];
    return {
      location: artifact(path),
      ...(status === 'examined' && { roles: ['analysisTarget'] }),
      ...(bytes !== undefined && { length: bytes }),
      ...(mimeType !== undefined && { mimeType }),
      ...(sha256 !== undefined && { hashes: { 'sha-256': sha256 } }),
      properties: {
        'planproof/status': status === undefined ? 'referred to' : FILE_STATES[status],
        ...(formats?.length && { 'planproof/formats': formats }),
        ...(reason !== undefined && { 'planproof/reason': reason }),
      },
    };
  });
}
