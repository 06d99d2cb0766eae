import type { Diagnostic, SourceFile } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import type { WithIncludes } from '../read/include.ts';
import { fromRoot, normalizePath } from '../read/reference.ts';

/** A file of that path, relative to the root, as text; undefined when there is none that can be read. */
export type OpenText = (path: string) => SourceFile | undefined;

const CALENDAR = ['timeline', 'calendar'];

/** The plan with what the calendar that it names states of its timeline. */
export async function withCalendarOf(document: DataDocument, open: OpenText): Promise<WithIncludes> {
  const { value: text } = document.at(CALENDAR);
  if (typeof text !== 'string' || text === '') return { document, diagnostics: [], included: [] };
  const location = document.locate(CALENDAR);
  const failed = (code: string, message: string, help: string): WithIncludes => {
    const { path } = document.file;
    const diagnostic: Diagnostic = { code, level: 'error', message, path, location, help };
    return { document, diagnostics: [diagnostic], included: [] };
  };
  // An included plan names it from where that plan lies.
  const path = normalizePath(fromRoot(location.file.path, text));
  if (path === undefined)
    return failed(
      'plan/outside',
      `"${text}" leads out of the folder that is checked.`,
      'Write paths relative to the plan.',
    );
  const file = open(path);
  if (!file)
    return failed(
      'plan/calendar',
      `There is no calendar "${path}" that can be read.`,
      'Correct the path; it is relative to the plan.',
    );
  const { withCalendar } = await import('./read.ts');
  return { ...withCalendar(document, file), included: [path] };
}
