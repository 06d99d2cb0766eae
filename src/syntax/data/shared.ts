import type { Diagnostic, SourceFile, Span } from '../../source/index.ts';

/** Levels of nesting that are read; real files have fewer than thirty. Keeps every recursion after us in bounds. */
export const MAX_DEPTH = 512;

/** Sets a property as JSON.parse does: `__proto__` becomes a key of the object itself. */
export function setProperty(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
}

export function nestingProblem(syntax: 'yaml' | 'json', file: SourceFile, span: Span): Diagnostic {
  return syntaxProblem(
    file,
    span,
    `${syntax}/too-deep`,
    `The nesting is deeper than ${MAX_DEPTH} levels.`,
    'Split the file, or exclude it if a program generates it.',
  );
}

/** An error: because of it (part of) the file could not be read. */
export function syntaxProblem(
  file: SourceFile,
  span: Span,
  code: string,
  message: string,
  help?: string,
): Diagnostic {
  return {
    code,
    level: 'error',
    message,
    path: file.path,
    location: { file, span },
    ...(help === undefined ? {} : { help }),
  };
}
