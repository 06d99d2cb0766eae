import type { Report, StatementOutcome, StatementReport } from '../../assess/index.ts';
import { diagramsOf } from '../../diagrams/index.ts';
import type { Subject } from '../../model/index.ts';
import type { Statements } from '../../plan/index.ts';
import type { MissingBullet, Part, PartId, PlanDocument, StatementCounts } from './document.ts';
import { foundTables } from './found.ts';
import { PARTS } from './parts.ts';
import { isHeading, isProse, rowOf, sectionsOf } from './sections.ts';

/** What the plan says of itself. */
const ABOUT: readonly string[] = ['title', 'version', 'owner', 'summary'];

/** What a plan document is made of. */
export interface Material {
  readonly report: Report;
  readonly statements: Statements;
  readonly subjects: readonly Subject[];
  /** Parts to show; absent: all. */
  readonly only?: readonly PartId[];
}

/** Report, plan and subjects → the plan document. */
export function outlineOf({ report, statements, subjects, only }: Material): PlanDocument {
  const all = report.statements ?? [];
  const diagrams = diagramsOf(statements, subjects);
  const known = [...ABOUT, ...PARTS.flatMap(({ keys }) => keys)];
  const parts = PARTS.filter(({ id }) => only?.includes(id) ?? true).map((part): Part => {
    const isOurs = ({ steps: [key] }: StatementReport): boolean =>
      part.keys.includes(String(key)) || (part.id === 'planning' && !known.includes(String(key)));
    return {
      id: part.id,
      title: part.title,
      diagrams: (part.diagrams ?? []).map((id) => diagrams[id]),
      hasCoverage: part.hasCoverage ?? false,
      missing: missingOf(report, part.steps),
      sections: sectionsOf(all.filter(isOurs)),
      tables: foundTables(part.id, subjects),
    };
  });
  return {
    report,
    title: report.plan?.title ?? 'Deployment plan',
    byline: bylineOf(report),
    counts: countsOf(all),
    about: only ? [] : all.filter(({ steps: [key] }) => ABOUT.includes(String(key))).map(rowOf),
    parts,
  };
}

function bylineOf({ plan, asOf }: Report): string {
  return [
    ...(plan?.version == null ? [] : [`Version ${plan.version}`]),
    ...(plan?.owner == null ? [] : [`owned by ${plan.owner}`]),
    ...(asOf === undefined ? [] : [`held against ${asOf}`]),
  ].join(', ');
}

function missingOf({ completeness = [] }: Report, steps: readonly number[]): readonly MissingBullet[] {
  return completeness
    .filter(({ number }) => steps.includes(number))
    .flatMap(({ bullets }) => bullets)
    .map(({ title, parts }) => ({ title, parts: parts.filter(({ stated }) => !stated) }))
    .filter(({ parts }) => parts.length > 0);
}

/** The gravest outcome of each statement. */
function countsOf(statements: readonly StatementReport[]): StatementCounts {
  const counts = { passed: 0, violated: 0, undecided: 0, waived: 0, none: 0 };
  const order: readonly StatementOutcome[] = ['violated', 'undecided', 'waived', 'passed'];
  for (const statement of statements) {
    const { evidence } = statement;
    if (evidence.length === 0 && (isHeading(statement) || isProse(statement))) continue;
    const found = order.find((outcome) => evidence.some((one) => one.outcome === outcome));
    counts[found ?? 'none']++;
  }
  return counts;
}
