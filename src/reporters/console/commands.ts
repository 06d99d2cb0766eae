/** A word joiner: it takes no column, and is no blank that a runner passes over. */
const JOINER = '\u2060';

/** What the log of a CI obeys: GitHub's `::error::` where a line begins; `##[`, Azure's and TeamCity's anywhere. */
const COMMAND = /^[ \t]*(?=::)|#(?=#(?:vso|teamcity)?\[)/gm;

/** Names and lines of the scanned files must not give orders to the machine that prints them. */
export function withoutCommands(text: string): string {
  return text.replace(COMMAND, (before) => before + JOINER);
}
