import { Chalk } from 'chalk';
import type { CriterionState, Verdict } from '../../assess/index.ts';
import type { DiagnosticLevel } from '../../source/index.ts';

type Style = (text: string) => string;

/** Colors by meaning; without color each gives its text back. */
export interface Paint {
  readonly level: Readonly<Record<DiagnosticLevel, Style>>;
  readonly state: Readonly<Record<CriterionState, Style>>;
  readonly outcome: Readonly<Record<Verdict['outcome'], Style>>;
  readonly strong: Style;
  readonly faint: Style;
}

export function paintFor(color: boolean): Paint {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const { red, yellow, cyan, green, bold, dim } = chalk;
  return {
    level: { error: red, warning: yellow, note: cyan },
    state: { met: green, 'not-met': red, 'not-assessed': yellow, 'not-applicable': dim },
    outcome: { passed: green.bold, failed: red.bold, 'not-assessed': yellow.bold },
    strong: bold,
    faint: dim,
  };
}
