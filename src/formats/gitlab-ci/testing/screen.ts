import type { Subject } from '../../../model/index.ts';
import { subjectsFrom } from '../../../../test/support/screen.ts';
import { format } from '../index.ts';

export { screen, show } from '../../../../test/support/screen.ts';

/** Runs the format over files (path → text), as discovery would. */
export const subjectsOf = (files: Readonly<Record<string, string>>): Promise<readonly Subject[]> =>
  subjectsFrom(format, files);

/** One pipeline, without its name in the places. */
export async function factsOf<K extends Subject['kind']>(
  kind: K,
  text: string,
): Promise<readonly Extract<Subject, { kind: K }>[]> {
  const subjects = await subjectsOf({ '.gitlab-ci.yml': text });
  return subjects.filter((subject): subject is Extract<Subject, { kind: K }> => subject.kind === kind);
}
