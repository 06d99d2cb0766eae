import { toInput, type Subject } from '../model/index.ts';
import type { PolicySubject } from '../policy/index.ts';

/** Subjects as policies ask for them: what they see is made when it is written down. */
export function policySubjects(subjects: readonly Subject[]): readonly PolicySubject[] {
  return subjects.map((subject) => ({
    kind: subject.kind,
    id: subject.id,
    name: subject.name,
    input: (names) => toInput(subject, names),
  }));
}
