import type { CoverageCell, CoverageReport, CoverageRow, CoverageState } from '../../assess/index.ts';
import { count } from './wording.ts';

/** The sign beside the words, so that no state is told by color alone. */
export const COVERAGE_SIGNS: Readonly<Record<CoverageState, string>> = {
  met: '✓',
  'not-met': '✗',
  unknown: '?',
  'not-applicable': '–',
};

export const COVERAGE_STATES: Readonly<Record<CoverageState, string>> = {
  met: 'met',
  'not-met': 'not met',
  unknown: 'unknown',
  'not-applicable': 'not applicable',
};

/** One table of the matrix; empty ones are left out. */
export interface CoverageTable {
  readonly id: 'components' | 'infrastructure';
  readonly title: string;
  readonly aspects: readonly CoverageCell['aspect'][];
  readonly rows: readonly CoverageRow[];
}

export function coverageTables({ components, infrastructure }: CoverageReport): readonly CoverageTable[] {
  const tables: readonly Omit<CoverageTable, 'aspects'>[] = [
    { id: 'components', title: 'Components', rows: components },
    { id: 'infrastructure', title: 'Infrastructure', rows: infrastructure },
  ];
  return tables.flatMap((table) => {
    const aspects = table.rows[0]?.cells.map(({ aspect }) => aspect) ?? [];
    return aspects.length > 0 ? [{ ...table, aspects }] : [];
  });
}

/** `12 cells met, 2 not met, 1 unknown, 9 not applicable.` */
export function coverageWords({ components, infrastructure }: CoverageReport): string {
  const cells = [...components, ...infrastructure].flatMap((row) => row.cells);
  const of = (state: CoverageState): number => cells.filter((cell) => cell.state === state).length;
  return `${count(cells.length, 'cell')}: ${of('met')} met, ${of('not-met')} not met, ${of('unknown')} unknown, ${of('not-applicable')} not applicable.`;
}
