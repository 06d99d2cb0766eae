import { addEvidence, NO_EVIDENCE, type Evidence, type RuleReport } from '../../assess/index.ts';
import frameworks from './frameworks.json' with { type: 'json' };
import { compareText } from './group.ts';

export interface Framework {
  readonly id: string;
  readonly title: string;
  readonly organization?: string;
  readonly version?: string;
  readonly url?: string;
}

/** A framework with the controls that enabled rules are evidence for. */
export interface FrameworkCoverage extends Framework {
  readonly controls: readonly ControlCoverage[];
}

export interface ControlCoverage {
  readonly id: string;
  readonly rules: readonly string[];
  readonly evidence: Evidence;
}

const KNOWN: Readonly<Record<string, Omit<Framework, 'id'>>> = frameworks;

/** What a framework is called; one that we have no data of keeps its id. */
export function frameworkOf(id: string): Framework {
  return { id, title: id, ...(Object.hasOwn(KNOWN, id) ? KNOWN[id] : {}) };
}

/** Which controls the rules are evidence for and what was found: never a statement that a control is fulfilled. */
export function controlCoverage(rules: readonly RuleReport[]): readonly FrameworkCoverage[] {
  const found = new Map<string, Map<string, ControlCoverage>>();
  for (const { rule, evidence } of rules) {
    for (const [framework, ids] of Object.entries(rule.controls)) {
      const controls = found.get(framework) ?? new Map<string, ControlCoverage>();
      found.set(framework, controls);
      for (const id of new Set(ids)) {
        const before = controls.get(id);
        controls.set(id, {
          id,
          rules: [...(before?.rules ?? []), rule.id],
          evidence: addEvidence(before?.evidence ?? NO_EVIDENCE, evidence),
        });
      }
    }
  }
  return [...found]
    .map(([id, controls]) => ({ ...frameworkOf(id), controls: [...controls.values()].sort(byNumber) }))
    .sort((a, b) => compareText(a.id, b.id));
}

/** `AC-6` before `AC-17`: digits compare as numbers. */
function byNumber(a: ControlCoverage, b: ControlCoverage): number {
  const padded = (id: string): string => id.replace(/\d+/g, (digits) => digits.padStart(6, '0'));
  return compareText(padded(a.id), padded(b.id));
}
