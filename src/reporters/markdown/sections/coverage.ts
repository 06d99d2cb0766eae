import type { CoverageCell, CoverageReport } from '../../../assess/index.ts';
import { formatLocation } from '../../../source/index.ts';
import { COVERAGE_SIGNS, COVERAGE_STATES, coverageTables, coverageWords } from '../../parts/index.ts';
import type { Piece } from '../limit.ts';
import { code, table, text } from '../text.ts';

const PLACES = 3;

/** The tables of signs. */
export function matrix(coverage: CoverageReport): readonly Piece[] {
  const legend = (Object.keys(COVERAGE_SIGNS) as CoverageCell['state'][])
    .map((state) => `${COVERAGE_SIGNS[state]} ${COVERAGE_STATES[state]}`)
    .join(', ');
  const tables = coverageTables(coverage).map(({ title, aspects, rows }) => ({
    text: table(
      [title, ...aspects],
      rows.map(({ name, cells }) => [code(name), ...cells.map(({ state }) => COVERAGE_SIGNS[state])]),
    ),
    one: 'table of what is monitored',
    many: 'tables of what is monitored',
  }));
  if (tables.length === 0) return [];
  return [{ text: `${coverageWords(coverage)} ${legend}.`, one: 'legend', many: 'legends' }, ...tables];
}

/** Why cells are not met or not known: one line each, what is not met first. */
export function reasons(coverage: CoverageReport): readonly Piece[] {
  const rows = [...coverage.components, ...coverage.infrastructure];
  return (['not-met', 'unknown'] as const).flatMap((state) =>
    rows.flatMap(({ name, cells }) =>
      cells
        .filter((cell) => cell.state === state)
        .map(({ aspect, because, related }) => ({
          text: `- ${COVERAGE_SIGNS[state]} ${code(name)} ${aspect}: ${text(because)}${places(related)}`,
          one: 'reason of what is not monitored',
          many: 'reasons of what is not monitored',
        })),
    ),
  );
}

function places(related: CoverageCell['related']): string {
  const shown = related.slice(0, PLACES).map(({ location }) => code(formatLocation(location)));
  return shown.length === 0 ? '' : ` ${shown.join(' ')}`;
}
