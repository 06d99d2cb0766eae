import type { StatementValue } from '../assess/index.ts';
import { gravest, type Snapshot, type SnapshotStatement } from './snapshot.ts';

type Data = Readonly<Record<string, unknown>>;

/** The snapshot that a report as JSON holds; undefined when it is no such report, or one from before statements were in it. */
export function snapshotFrom(text: string): Snapshot | undefined {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isData(report) || report['formatVersion'] !== 1 || !Array.isArray(report['statements']))
    return undefined;
  const plan = isData(report['plan']) ? report['plan'] : {};
  const messages = new Map([
    ...listOf(report['findings'])
      .filter(({ waiver }) => waiver === undefined)
      .map(({ fingerprint, message }) => [fingerprint, textOf(message)] as const),
    ...listOf(report['undecided']).map(
      ({ fingerprint, reason }) => [fingerprint, `Undecided because ${textOf(reason)}.`] as const,
    ),
  ]);
  const statements = listOf(report['statements']).map((one) => statementFrom(one, messages));
  return {
    title: textOf(plan['title']),
    version: typeof plan['version'] === 'string' ? plan['version'] : null,
    statements: new Map(statements.map((one) => [one.path, one])),
    criteria: new Map(
      listOf(report['criteria']).map(({ id, title, state }) => [
        textOf(id),
        { title: textOf(title), state: textOf(state) },
      ]),
    ),
  };
}

function statementFrom(one: Data, messages: ReadonlyMap<unknown, string>): SnapshotStatement {
  const evidence = listOf(one['evidence']);
  const because = evidence
    .flatMap(({ findings, undecided }) => [findings, undecided])
    .flatMap((fingerprints): readonly unknown[] => (Array.isArray(fingerprints) ? fingerprints : []))
    .flatMap((fingerprint) => messages.get(fingerprint) ?? []);
  const location = isData(one['location']) ? one['location'] : {};
  return {
    path: textOf(one['path']),
    value: valueFrom(one['value']),
    place: [location['path'], location['startLine'], location['startColumn']].map(textOf).join(':'),
    outcome: gravest(evidence.map(({ outcome }) => textOf(outcome))),
    because: [...new Set(because)],
  };
}

function valueFrom(value: unknown): StatementValue {
  if (Array.isArray(value)) return value.map((one: unknown) => (isScalar(one) ? one : JSON.stringify(one)));
  return isScalar(value) ? value : JSON.stringify(value);
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): readonly Data[] {
  return Array.isArray(value) ? value.filter(isData) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
