import type { Subject } from '../../../model/index.ts';
import { subjectsFrom } from '../../../../test/support/screen.ts';
import { format } from '../index.ts';

export { screen } from '../../../../test/support/screen.ts';

/** Runs the format over files (path → text), as discovery would. */
export const subjectsOf = (files: Readonly<Record<string, string>>): Promise<readonly Subject[]> =>
  subjectsFrom(format, files);
