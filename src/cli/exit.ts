import type { Verdict } from '../assess/index.ts';

/** Exit codes, the same for every reporter; printed by `planproof --help`. */
export const EXIT = { passed: 0, failed: 1, usage: 2, notAssessed: 3, bug: 70 } as const;

export function exitCodeOf({ outcome }: Verdict): number {
  switch (outcome) {
    case 'passed':
      return EXIT.passed;
    case 'failed':
      return EXIT.failed;
    case 'not-assessed':
      return EXIT.notAssessed;
  }
}

/** Of several plans a failed one decides, then one that could not be assessed. */
export function worstOf(codes: readonly number[]): number {
  return [EXIT.failed, EXIT.notAssessed].find((code) => codes.includes(code)) ?? EXIT.passed;
}
