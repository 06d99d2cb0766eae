import type { Report } from '../../assess/index.ts';
import { controlCoverage } from '../../reporters/parts/index.ts';

/** How many controls of a framework have passes only, violations, or open questions. */
export interface FrameworkCounts {
  readonly title: string;
  readonly supported: number;
  readonly against: number;
  readonly open: number;
}

/** What was found on controls; never a statement that one is fulfilled. */
export function frameworkCounts({ rules }: Report): readonly FrameworkCounts[] {
  return controlCoverage(rules).map(({ title, controls }) => {
    const against = controls.filter(({ evidence }) => evidence.violated > 0).length;
    const open = controls.filter(({ evidence }) => evidence.violated === 0 && evidence.undecided > 0).length;
    const supported = controls.filter(
      ({ evidence }) => evidence.violated + evidence.undecided === 0 && evidence.passed > 0,
    ).length;
    return { title, supported, against, open };
  });
}

export const CONTROL_HEADINGS: readonly string[] = [
  'Framework',
  'Controls with passes only',
  'With violations',
  'Open',
];
