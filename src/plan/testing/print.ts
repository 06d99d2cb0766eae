import { printSubject } from '../../../test/support/facts.ts';
import type { Subject } from '../../model/index.ts';
import { formatLocation, sourceFile, type Diagnostic } from '../../source/index.ts';
import { parseYaml } from '../../syntax/yaml/index.ts';
import { loadPlan, type LoadedPlan } from '../load.ts';

/** Reads a plan from its text, as a run does. */
export function planFrom(text: string, path = 'deployment-plan.yaml'): LoadedPlan {
  const { documents, diagnostics } = parseYaml(sourceFile(path, text));
  const [document] = documents;
  if (!document) throw new Error(`no document: ${diagnostics.map(({ message }) => message).join(' ')}`);
  return loadPlan(document);
}

/** The start of a plan that lacks only what a test adds. */
export function planText(
  more: string,
  environments = '[{ name: dev }, { name: staging }, { name: production }]',
): string {
  return `apiVersion: planproof/v1\nkind: DeploymentPlan\ntitle: Shop\nenvironments: ${environments}\n${more}`;
}

/** The lines of the facts whose path starts with one of the prefixes. */
export function printFacts(subject: Subject, ...prefixes: readonly string[]): readonly string[] {
  const lines = printSubject(subject).split('\n').slice(1);
  return lines.filter((line) => prefixes.some((prefix) => line.startsWith(`  ${prefix}`)));
}

export function printDiagnostic({ code, level, message, location, related, help }: Diagnostic): string {
  const at = location ? shortPlace(formatLocation(location)) : '-';
  const also = (related ?? []).map((one) => `\n  ${shortPlace(formatLocation(one.location))} ${one.message}`);
  return `${at} ${level} ${code}: ${message}${help === undefined ? '' : ` ${help}`}${also.join('')}`;
}

const shortPlace = (place: string): string => place.replace(/^deployment-plan\.yaml:/, '');
