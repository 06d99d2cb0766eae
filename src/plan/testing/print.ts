import { isUnknown, locateFact, type Subject } from '../../model/index.ts';
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

/** `kind id`, then `path: value @line:column` for each fact; a path without facts below it has no place of its own. */
export function printSubject(subject: Subject): readonly string[] {
  const place = subject.environment === undefined ? '' : ` in ${subject.environment}`;
  return [
    `${subject.kind} ${subject.id}${place} @${shortPlace(formatLocation(subject.location))}`,
    ...printFacts(subject),
  ];
}

/** The facts alone, those whose path starts with one of the prefixes. */
export function printFacts(subject: Subject, ...prefixes: string[]): readonly string[] {
  const lines: string[] = [];
  const open: { readonly path: readonly string[]; readonly node: unknown }[] = [
    { path: [], node: subject.facts },
  ];
  for (let next = open.shift(); next; next = open.shift()) {
    const { path, node } = next;
    if (typeof node === 'object' && node !== null && !Object.hasOwn(node, 'value')) {
      open.unshift(
        ...Object.entries(node).map(([key, child]) => ({ path: [...path, key], node: child as unknown })),
      );
      if (Object.keys(node).length > 0) continue;
    }
    const name = path.join('.');
    if (prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix)))
      lines.push(`  ${name}: ${printFact(subject, path, node)}`);
  }
  return lines;
}

function printFact(subject: Subject, path: readonly string[], node: unknown): string {
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, 'value')) return JSON.stringify(node);
  const { value } = node as { value: unknown };
  const { location, related } = locateFact(subject, path);
  const also = related.map(({ location: at, message }) => `; ${message} ${formatLocation(at)}`).join('');
  const text = isUnknown(value) ? `unknown because ${value.unknown}` : JSON.stringify(value);
  return `${text} @${shortPlace(formatLocation(location))}${also}`;
}

export function printDiagnostic({ code, level, message, location, related, help }: Diagnostic): string {
  const at = location ? shortPlace(formatLocation(location)) : '-';
  const also = (related ?? [])
    .map((one) => `\n  ${shortPlace(formatLocation(one.location))} ${one.message}`)
    .join('');
  return `${at} ${level} ${code}: ${message}${help === undefined ? '' : ` ${help}`}${also}`;
}

const shortPlace = (place: string): string => place.replace(/^deployment-plan\.yaml:/, '');
