import { known } from '../../../model/index.ts';
import type { SourceFile } from '../../../source/index.ts';
import { gapOfCrontab } from '../../../syntax/cron/index.ts';
import type { DataDocument } from '../../../syntax/data/index.ts';
import { rootNode } from '../../data-node.ts';
import type { FormatContext } from '../../format.ts';
import type { Run } from './run.ts';
import { commandsIn } from './scripts.ts';
import { gapFact } from './systemd.ts';

/** What the lines of a table of cron start. */
export function crontabRuns(
  document: DataDocument,
  context: FormatContext,
): { readonly runs: readonly Run[]; readonly read: readonly SourceFile[] } {
  const { path } = document.file;
  const root = rootNode(document);
  const variables = new Map(
    root
      .get('variables')
      .entries()
      .map(([name, node]) => [name, node.text ?? '']),
  );
  const read: SourceFile[] = [];
  const runs = root
    .get('jobs')
    .items()
    .map((job): Run => {
      const [schedule, command] = [job.get('schedule'), job.get('command')];
      const commands = commandsIn(command.text ?? '', path, variables, context);
      read.push(...commands.read);
      const { line } = document.file.positionAt(schedule.at.span.start);
      return {
        id: `${path}:${line}`,
        name: nameOf(commands.missing ?? commands.read[0]?.path ?? commands.lines[0]?.words[0] ?? path, line),
        location: schedule.at,
        lines: commands.lines,
        missing: commands.missing,
        variables: commands.variables,
        interval: gapFact(schedule.text ?? '', gapOfCrontab(schedule.text ?? ''), schedule.at),
        active: known(true, schedule.at),
        at: command.at,
      };
    });
  return { runs, read };
}

/** The program or script, and the line, since one table often starts it twice. */
function nameOf(program: string, line: number): string {
  return `${program.slice(program.lastIndexOf('/') + 1)} (line ${line})`;
}
