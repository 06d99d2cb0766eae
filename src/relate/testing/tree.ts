import { discoverAll } from '../../../test/support/discover.ts';
import { printSubject } from '../../../test/support/facts.ts';
import { filesBelow } from '../../discover/index.ts';
import { normalizeDocuments } from '../../formats/index.ts';
import { memoryHost } from '../../io/index.ts';
import type { Subject } from '../../model/index.ts';
import { environmentOf, isPlan, loadPlan } from '../../plan/index.ts';
import { relate } from '../index.ts';

/** The subjects of a tree of files, read by the real formats and related to its plan if it has one. */
export async function relateTree(files: Readonly<Record<string, string>>): Promise<readonly Subject[]> {
  const host = memoryHost(files);
  const discovery = await discoverAll(host, isPlan);
  const [document] = discovery.plans;
  const { plan, diagnostics } = document ? await loadPlan(document) : { diagnostics: [] };
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const exists = (path: string): boolean => host.kindOf(path) !== undefined;
  const context = {
    environmentOf: (path: string) => plan && environmentOf(plan, path),
    workspaces: plan?.workspaces ?? [],
    readText: (path: string) => files[path],
    exists,
    filesBelow: (path: string) => filesBelow(host, path),
  };
  const subjects: Subject[] = [...(plan?.subjects ?? [])];
  for (const { format, documents } of discovery.claimed.values())
    subjects.push(...(await normalizeDocuments(format, documents, context)).subjects);
  return relate(subjects, plan, context);
}

/** `name` of the subject's facts whose path starts with one of the prefixes, one a line. */
export async function factsOf(
  files: Readonly<Record<string, string>>,
  kind: Subject['kind'],
  ...prefixes: readonly string[]
): Promise<string> {
  const subjects = (await relateTree(files)).filter((subject) => subject.kind === kind);
  const lines = subjects.flatMap((subject) => [
    `${subject.name}${subject.environment === undefined ? '' : ` (${subject.environment})`}`,
    ...printSubject(subject)
      .split('\n')
      .filter((line) => prefixes.some((prefix) => line.startsWith(`  ${prefix}`))),
  ]);
  return lines.join('\n');
}
