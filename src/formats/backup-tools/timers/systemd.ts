import { known, unknown, type Fact } from '../../../model/index.ts';
import type { SourceFile } from '../../../source/index.ts';
import { gapOfCalendar, gapOfSpan } from '../../../syntax/cron/index.ts';
import type { DataDocument } from '../../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../../data-node.ts';
import type { FormatContext } from '../../format.ts';
import { baseName, nearestTo } from '../../paths.ts';
import type { Run } from './run.ts';
import { commandsIn } from './scripts.ts';
import { variablesOf } from './variables.ts';

interface Unit {
  readonly path: string;
  /** `orders-backup`; of a template `backup@`. */
  readonly name: string;
  readonly root: DataNode;
}

/** What services run that timers start, each with its timer; services that no timer of the files starts come alone. */
export function systemdRuns(
  documents: readonly DataDocument[],
  context: FormatContext,
): { readonly runs: readonly Run[]; readonly read: readonly SourceFile[] } {
  const units = documents.map((document) => unitOf(document));
  const services = units.filter(({ path, root }) => path.endsWith('.service') && root.get('Service').isMap);
  const timers = units.filter(({ path, root }) => path.endsWith('.timer') && root.get('Timer').isMap);
  const read: SourceFile[] = [];
  const started = new Set<Unit>();
  const pairs = timers.flatMap((timer) => {
    const wanted = timer.root.get('Timer', 'Unit').text?.replace(/\.service$/, '') ?? timer.name;
    const called = services.filter(({ name }) => name === wanted || name === templateOf(wanted));
    const service = nearestTo(timer.path, called, ({ path }) => path);
    if (!service) return [];
    started.add(service);
    return [{ timer, service, instance: instanceOf(wanted) }];
  });
  const alone = services
    .filter((service) => !started.has(service) && service.root.get('Service', 'Type').text === 'oneshot')
    .map((service) => ({ timer: undefined, service, instance: undefined }));
  const runs = [...pairs, ...alone].map(({ timer, service, instance }): Run => {
    const section = service.root.get('Service');
    const text = commandText(section, instance, service.name);
    const variables = variablesOf(section, service.path, context);
    const commands = commandsIn(text, service.path, variables, context);
    read.push(...commands.read);
    const start = section.get('ExecStart');
    const of = timer ?? service;
    return {
      id: of.path,
      name: of.name,
      location: timer ? timer.root.get('Timer').header : section.header,
      lines: commands.lines,
      missing: commands.missing,
      variables: commands.variables,
      interval: timer
        ? intervalOf(timer.root)
        : unknown(`no timer among the files starts ${service.name}`, section.header),
      active: timer
        ? activeOf(timer)
        : unknown(`no timer among the files starts ${service.name}`, section.header),
      at: (start.isList ? (start.items()[0] ?? start) : start).at,
    };
  });
  return { runs, read };
}

function unitOf(document: DataDocument): Unit {
  const { path } = document.file;
  return { path, name: baseName(path).replace(/\.(?:timer|service)$/, ''), root: rootNode(document) };
}

/** `backup@orders` is an instance of `backup@`. */
function templateOf(name: string): string {
  return name.replace(/@.*$/, '@');
}

function instanceOf(name: string): string | undefined {
  const instance = /@(.+)$/.exec(name)?.[1];
  return instance;
}

const COMMANDS = ['ExecStartPre', 'ExecStart', 'ExecStartPost', 'ExecStopPost'];

/** Its commands in the order they run, without the signs that tell systemd how; an empty one takes back those before it. */
function commandText(section: DataNode, instance: string | undefined, name: string): string {
  return COMMANDS.flatMap((key) => {
    const texts = section.get(key).oneOrMoreTexts();
    return texts.slice(texts.lastIndexOf('') + 1);
  })
    .map((text) =>
      text
        .replace(/^[-@:+!|]+/, '')
        .replace(/%i/gi, instance ?? '%i')
        .replace(/%[np]/gi, templateOf(name).replace(/@$/, ''))
        .replaceAll('%%', '%'),
    )
    .join('\n');
}

const SPANS = ['OnUnitActiveSec', 'OnUnitInactiveSec'];

/** https://www.freedesktop.org/software/systemd/man/latest/systemd.timer.html; a random delay is not added. */
function intervalOf(root: DataNode): Fact<number> {
  const timer = root.get('Timer');
  const calendars = timer.get('OnCalendar');
  const texts = calendars.oneOrMoreTexts();
  const times = texts.slice(texts.lastIndexOf('') + 1);
  const [time] = times;
  const place = calendars.isList ? (calendars.items()[0]?.at ?? calendars.header) : calendars.at;
  if (times.length > 1) return unknown('the timer has several times', place);
  if (time !== undefined) return gapFact(time, gapOfCalendar(time), place);
  const span = SPANS.map((key) => timer.get(key)).find(({ text }) => text !== undefined);
  if (span?.text === undefined) return unknown('the timer does not say how often it runs', timer.header);
  return gapFact(span.text, gapOfSpan(span.text), span.at);
}

export function gapFact(
  schedule: string,
  gap: ReturnType<typeof gapOfCalendar>,
  at: DataNode['at'],
): Fact<number> {
  return 'hours' in gap
    ? known(gap.hours, at)
    : unknown(`the schedule "${schedule.slice(0, 40)}" ${gap.reason}`, at);
}

/** Without `[Install]` nothing switches a timer on by itself. */
function activeOf({ root, name }: Unit): Fact<boolean> {
  const timer = root.get('Timer');
  const wanted = root.get('Install');
  return wanted.isMap && (wanted.get('WantedBy').exists || wanted.get('RequiredBy').exists)
    ? known(true, wanted.header)
    : unknown(`the timer ${name} has no [Install], so that something else must start it`, timer.header);
}
