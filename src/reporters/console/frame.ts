import type { DiagnosticLevel, Location } from '../../source/index.ts';
import { displayWidth, excerptOf, type ExcerptLine } from '../parts/index.ts';
import type { Context } from './context.ts';

/** Source lines with their numbers; `>` stands before marked lines, `^` under the exact place. */
export function frame(location: Location, level: DiagnosticLevel, context: Context): readonly string[] {
  const { paint, width, redactions } = context;
  const lastNumber = location.file.positionAt(location.span.end).line + 1;
  const digits = String(lastNumber).length;
  const gutter = digits + 5;
  const excerpt = excerptOf(location, { width: Math.max(20, width - gutter - 2), redactions });
  const marked = excerpt.filter((line): line is ExcerptLine => 'number' in line && line.mark !== undefined);
  const underlined = new Set([marked.at(0), marked.at(-1)]);
  return excerpt.flatMap((line) => {
    if ('skipped' in line) return [paint.faint(`  ${' '.repeat(digits)} ⋮ ${line.skipped} more lines`)];
    const number = String(line.number).padStart(digits);
    if (!line.mark) return [paint.faint(`  ${number} │ ${line.text}`.trimEnd())];
    const shown = `${paint.level[level]('>')} ${number} ${paint.faint('│')} ${line.text}`;
    return underlined.has(line) ? [shown, underline(line, digits, level, context)] : [shown];
  });
}

function underline(
  { text, mark = { start: 0, end: 0 } }: ExcerptLine,
  digits: number,
  level: DiagnosticLevel,
  { paint }: Context,
): string {
  const before = displayWidth(text.slice(0, mark.start));
  const marks = '^'.repeat(Math.max(1, displayWidth(text.slice(mark.start, mark.end))));
  return `  ${' '.repeat(digits)} ${paint.faint('│')} ${' '.repeat(before)}${paint.level[level](marks)}`;
}

export function indent(lines: readonly string[], columns: number): readonly string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(columns) + line));
}
