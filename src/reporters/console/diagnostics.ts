import { formatLocation, type Diagnostic } from '../../source/index.ts';
import { visible, wrap } from '../parts/index.ts';
import type { Context } from './context.ts';
import { frame, indent } from './frame.ts';

/** What could not be read, each with its place and what to do. */
export function diagnosticsLines(diagnostics: readonly Diagnostic[], context: Context): readonly string[] {
  return diagnostics.flatMap((diagnostic, index) => [
    ...(index > 0 && !context.quiet ? [''] : []),
    ...paragraph(diagnostic, context),
  ]);
}

function paragraph(diagnostic: Diagnostic, context: Context): readonly string[] {
  const { code, level, message, path, location, related = [], help } = diagnostic;
  const { paint, width, quiet } = context;
  const place = visible(location ? formatLocation(location) : path);
  return [
    `${paint.strong(place)}  ${paint.level[level](level)}  ${code}`,
    ...indent(wrap(visible(message), width - 2), 2),
    ...(location && !quiet ? ['', ...indent(frame(location, level, context), 2), ''] : []),
    ...related.map(
      (other) => `  ${visible(formatLocation(other.location))}  ${paint.faint(visible(other.message))}`,
    ),
    ...(help === undefined ? [] : indent(wrap(`To fix: ${visible(help)}`, width - 2), 2)),
  ];
}
