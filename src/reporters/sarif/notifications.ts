import type { Invocation, Notification, ReportingDescriptor } from 'sarif';
import type { Report } from '../../assess/index.ts';
import type { Diagnostic } from '../../source/index.ts';
import { compareText } from '../parts/index.ts';
import { messageText, pascalCase, type Places } from '../parts/sarif/index.ts';

const RULE_FAILED = 'policy/rule-failed';
const WAIVER_STATES = ['expired', 'invalid', 'unused'] as const;

/** Everything that notifications speak of, by id. */
export function notificationDescriptors({ diagnostics, rules, waivers }: Report): ReportingDescriptor[] {
  const ids = new Set(diagnostics.map(({ code }) => code));
  if (rules.some(({ failure }) => failure !== undefined)) ids.add(RULE_FAILED);
  for (const state of WAIVER_STATES)
    if (waivers.some((waiver) => waiver.state === state)) ids.add(`waiver/${state}`);
  return [...ids].sort(compareText).map((id) => {
    const words = id.replace('/', ': ').replaceAll('-', ' ');
    return {
      id,
      name: pascalCase(id),
      shortDescription: { text: `${words.charAt(0).toUpperCase()}${words.slice(1)}.` },
      fullDescription: { text: `A condition that limits what the report can claim: ${words}.` },
      help: { text: 'Read the message of the notification; it says what to do.' },
    };
  });
}

/** What could not be read, evaluated or applied. No times, no command line: the same input gives the same bytes. */
export function invocation(
  report: Report,
  descriptors: readonly ReportingDescriptor[],
  places: Places,
  ruleIndex: ReadonlyMap<string, number>,
): Invocation {
  const descriptor = (id: string): { id: string; index: number } => ({
    id,
    index: descriptors.findIndex((candidate) => candidate.id === id),
  });
  const failures = report.rules.flatMap(({ rule, failure }): Notification[] =>
    failure === undefined
      ? []
      : [
          {
            descriptor: descriptor(RULE_FAILED),
            level: 'error',
            message: { text: messageText(`The rule ${rule.id} failed: ${failure}`) },
            associatedRule: { id: rule.id, index: ruleIndex.get(rule.id) ?? -1 },
          },
        ],
  );
  const unread = report.diagnostics.map((diagnostic): Notification => ({
    descriptor: descriptor(diagnostic.code),
    level: diagnostic.level,
    message: {
      text: messageText(`${diagnostic.message}${diagnostic.help === undefined ? '' : ` ${diagnostic.help}`}`),
    },
    locations: [{ physicalLocation: placeOf(diagnostic, places) }],
  }));
  const waivers = report.waivers.flatMap((waiver): Notification[] =>
    waiver.state === 'active'
      ? []
      : [
          {
            descriptor: descriptor(`waiver/${waiver.state}`),
            level: waiver.state === 'unused' ? 'note' : 'warning',
            message: {
              text: messageText(`The waiver of ${waiver.rule} is ${waiver.state} and covers no finding.`),
            },
            locations: [{ physicalLocation: places.physical(waiver.location) }],
          },
        ],
  );
  return {
    executionSuccessful: failures.length === 0,
    toolExecutionNotifications: [...failures, ...unread],
    toolConfigurationNotifications: waivers,
  };
}

function placeOf({ location, path }: Diagnostic, places: Places): ReturnType<Places['physical']> {
  return location ? places.physical(location) : { artifactLocation: places.artifact(path) };
}
