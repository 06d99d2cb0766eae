import { known, unknown, type AlertFacts } from '../model/index.ts';

/** What is told of an alert's runbook until the documents are held against it. */
export function unmatchedRunbook(
  at: AlertFacts['runbook']['at'],
): Pick<AlertFacts, 'runbookDocument' | 'runbookExists'> {
  return {
    runbookDocument: unknown('no document of the files was matched with the runbook', at),
    runbookExists: known(null, at),
  };
}
