import { recognizeCommand } from '../../../delivery/index.ts';
import { known, type DocumentFacts, type RollbackMechanism } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import type { ProseDocument } from '../../../syntax/prose/index.ts';
import type { DocumentCommand } from './shell.ts';

/** How sentences speak of a way back that has no command of its own. */
const WORDINGS: readonly (readonly [RollbackMechanism, RegExp])[] = [
  [
    'redeploy',
    /\bre-?deploy|\bdeploy(?:s|ed|ing)?\b[^.\n]{1,60}\bagain\b|\bre-?run\b|\brevert(?:s|ed|ing)?\b/i,
  ],
  [
    'traffic-switch',
    /\b(?:switch|shift|swap|route)(?:es|ed|ing|s)?\b[^.\n]{1,40}\b(?:traffic|slots?|listener|blue|green)\b/i,
  ],
  ['rollout-abort', /\babort(?:s|ed|ing)?\b[^.\n]{1,40}\b(?:rollout|canary|release)\b/i],
  ['feature-flag', /\b(?:feature|release)[- ](?:flags?|toggles?)\b|\bkill[- ]switch(?:es)?\b/i],
  ['restore', /\brestor(?:e|es|ed|ing)\b/i],
  ['deployment-service', /\b(?:CodeDeploy|Cloud Deploy|CloudFormation|Spinnaker)\b/],
];

/** Ways back that a document's commands and sentences name, each once. */
export function mechanismsOf(
  document: ProseDocument,
  commands: readonly DocumentCommand[],
): DocumentFacts['mechanisms'] {
  const found = new Map<RollbackMechanism, { at: Location; command: boolean }>();
  const add = (mechanism: RollbackMechanism, at: Location, command: boolean): void => {
    if (!found.has(mechanism)) found.set(mechanism, { at, command });
  };
  for (const { words, at } of commands) {
    for (const { rollback } of recognizeCommand(words, { remote: false }))
      if (rollback) add(rollback.mechanism, at, true);
    // A pipeline that is started for it deploys what was there before.
    if (
      /^(?:gh workflow run|glab (?:ci|pipeline) run|az pipelines run)\b.+(?:roll-?back|revert)/i.test(
        words.join(' '),
      )
    )
      add('redeploy', at, true);
  }
  for (const { text, location } of document.prose)
    for (const [mechanism, wording] of WORDINGS) if (wording.test(text)) add(mechanism, location, false);
  return [...found].map(([mechanism, { at, command }]) => ({ mechanism: known(mechanism, at), command }));
}

const EXPECTED =
  /\b(?:expect(?:ed|s)?|should|must|healthy|succe(?:ss|ssful|ssfully|eds|eded)|passes|passed|resolved|returns?|prints?|shows?|displays?|reads?|equals?|until|ready|running|available|no errors?|is (?:up|green|ok|done|complete)|are (?:up|green|ok|done|complete)|HTTP 200|(?:example|sample) output|status(?: code)? 200)\b/gi;

/** How often sentences say what is to be seen when all is well. */
export function expectationsIn({ prose }: ProseDocument): number {
  let count = 0;
  for (const { text } of prose) count += text.match(EXPECTED)?.length ?? 0;
  return count;
}
