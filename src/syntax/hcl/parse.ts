import type { Diagnostic, SourceFile } from '../../source/index.ts';
import { body } from './body.ts';
import { expression } from './expression/expression.ts';
import { HclProblem } from './problem.ts';
import { Recovery } from './recovery.ts';
import { Scanner } from './scanner.ts';
import { fileTemplate } from './template/template.ts';
import type { Expression, HclFile } from './tree.ts';

/** Parses a file in HCL's native syntax. Never throws; what cannot be read becomes diagnostics. */
export function parseHcl(file: SourceFile): HclFile {
  const first = parseOnce(file, false);
  // Where a brace is missing, all that follows would be in the wrong block: lines tell more than braces then.
  return (first.missedBrace ? parseOnce(file, true) : first).parsed;
}

function parseOnce(
  file: SourceFile,
  byColumn: boolean,
): { readonly parsed: HclFile; readonly missedBrace: boolean } {
  const scanner = new Scanner(file, expression);
  const recovery = new Recovery(byColumn);
  scanner.scan(0);
  const parsed = body(scanner, { open: undefined, single: false, column: -1 }, recovery);
  const { comments, diagnostics } = scanner;
  return { parsed: { file, body: parsed, comments, diagnostics }, missedBrace: recovery.missedBrace };
}

export interface HclExpression {
  /** Undefined when there is a problem. */
  readonly expression: Expression | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses a file that is a template as a whole, such as `templatefile` reads. */
export function parseHclTemplate(file: SourceFile): HclExpression {
  return standalone(file, (scanner) => fileTemplate(scanner));
}

/** Parses a text that is one expression and nothing else. */
export function parseHclExpression(file: SourceFile): HclExpression {
  return standalone(file, (scanner) => {
    scanner.newlines = false;
    scanner.scan(0);
    const parsed = scanner.expression();
    if (scanner.peek() !== 'end') scanner.fail(`Expected the end of the text, but found ${scanner.found()}.`);
    return parsed;
  });
}

function standalone(file: SourceFile, parse: (scanner: Scanner) => Expression): HclExpression {
  const scanner = new Scanner(file, expression);
  try {
    return { expression: parse(scanner), diagnostics: scanner.diagnostics };
  } catch (problem) {
    if (!(problem instanceof HclProblem)) throw problem;
    scanner.report(problem.code, problem.message, problem.span);
    return { expression: undefined, diagnostics: scanner.diagnostics };
  }
}
