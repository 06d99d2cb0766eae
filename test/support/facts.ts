import { isUnknown, type Fact, type Subject } from '../../src/model/index.ts';
import type { Location } from '../../src/source/index.ts';

/** A subject as lines: its head, then each fact as `path: value @line:column`, so that a test shows whole answers. */
export function printSubject(subject: Subject): string {
  const environment = subject.environment === undefined ? '' : ` (${subject.environment})`;
  const head = `${subject.kind} ${subject.id} "${subject.name}"${environment} ${place(subject.location)}`;
  return [head, ...printFacts(subject.facts, '', subject.location)].join('\n');
}

export function printSubjects(subjects: readonly Subject[]): string {
  return subjects.map(printSubject).join('\n\n');
}

function printFacts(facts: unknown, path: string, from: Location): string[] {
  if (isFact(facts)) {
    const value = isUnknown(facts.value)
      ? `unknown because ${facts.value.unknown}`
      : JSON.stringify(facts.value);
    const related = (facts.related ?? []).map(
      ({ location, message }) => ` (${message} ${place(location, facts.at ?? from)})`,
    );
    return [`  ${path}: ${value}${facts.at ? ` ${place(facts.at, from)}` : ''}${related.join('')}`];
  }
  if (typeof facts !== 'object' || facts === null) return [`  ${path}: ${JSON.stringify(facts)}`];
  const entries = Object.entries(facts);
  if (entries.length === 0 || (Array.isArray(facts) && facts.every((item) => typeof item !== 'object'))) {
    return [`  ${path}: ${JSON.stringify(facts)}`];
  }
  return entries.flatMap(([key, value]) => printFacts(value, path === '' ? key : `${path}.${key}`, from));
}

/** `@line:column`, with the path where it is another file. */
function place(location: Location, from?: Location): string {
  const { line, column } = location.file.positionAt(location.span.start);
  const path = from === undefined || from.file.path === location.file.path ? '' : location.file.path;
  return `@${path}${path && ':'}${line}:${column}`;
}

function isFact(node: unknown): node is Fact<unknown> {
  return typeof node === 'object' && node !== null && Object.hasOwn(node, 'value');
}
