import {
  activitiesOfScript,
  activityOf,
  createActionTable,
  plainRecognition,
  withResults,
  type ActionEntry,
  type Activity,
  type Inputs,
  type Naming,
  type Recognition,
  type StepWords,
} from '../../../delivery/index.ts';
import { known, unknown, type Fact } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';
import orbs from '../orbs.json' with { type: 'json' };
import type { Definition } from '../read/config.ts';
import { fill, type Parameters } from '../read/parameters.ts';
import { commandOf, environmentsAround, type Step } from '../read/steps.ts';
import { naming, scriptText } from '../read/text.ts';
import type { JobRun } from '../read/workflow.ts';

// JSON modules have wide inferred types; `circleci.test.ts` validates the table against the tables' schema.
const recognizeOrb = createActionTable(orbs as unknown as readonly ActionEntry[]);

type OrbUse = Extract<Definition, { kind: 'orb' }>;

/** Is the job one of an orb that the table has? Such a job does just what its name says. */
export function isKnownOrb({ definition }: JobRun): boolean {
  if (definition?.kind !== 'orb') return false;
  return recognizeOrb(`${definition.orb}/${definition.name}`, () => undefined).length > 0;
}

/** What jobs without steps do. */
const OWN: ReadonlyMap<string, Recognition> = new Map([
  ['approval', plainRecognition('approval', 'an approval job')],
  ['release', plainRecognition('deploy', 'a release job')],
]);

/** Everything a job does, in the order in which it happens. */
export function activitiesOf(run: JobRun, steps: readonly Step[]): readonly Activity[] {
  const own = OWN.get(run.type ?? '');
  if (own) return [activityOf(wordsOf(run, run.given, run.matrix, undefined), own, run.entry.header)];
  const { definition } = run;
  if (definition?.kind === 'orb')
    return orbActivities(wordsOf(run, run.given, run.matrix, undefined), definition, {
      node: run.given,
      at: run.entry.header,
      parameters: run.matrix,
    });
  return withResults(steps.flatMap(activitiesOfStep));
}

function activitiesOfStep(step: Step): readonly Activity[] {
  const { run, node, parameters, orb, condition } = step;
  const words = wordsOf(run, node, parameters, condition);
  if (orb) return orbActivities(words, orb, { node, at: node.header, parameters });
  const command = commandOf(step);
  if (!command) return [];
  const { text, placeOf } = scriptText(command, parameters);
  return activitiesOfScript(words, {
    text,
    placeOf,
    dialect: 'posix',
    options: shellOptions(node, run, parameters),
    remote: false,
    tool: undefined,
  });
}

/** CircleCI starts scripts with `bash -eo pipefail`, unless a shell is named. */
function shellOptions(
  node: DataNode,
  { definition }: JobRun,
  parameters: Parameters,
): { readonly errexit: boolean; readonly pipefail: boolean } {
  const own = node.get('shell').text;
  const job = definition?.kind === 'here' ? definition.node.get('shell').text : undefined;
  const shell = fill(own ?? job ?? '/bin/bash -eo pipefail', parameters);
  return { errexit: /\s-[a-z]*e/.test(shell), pipefail: shell.includes('pipefail') };
}

function wordsOf(
  run: JobRun,
  node: DataNode,
  parameters: Parameters,
  condition: DataNode | undefined,
): StepWords {
  const when = node.get('when').text;
  return {
    names: `${node.get('name').text ?? ''} ${run.id} ${run.uses}`,
    tolerated: toleratedBy(node, condition),
    onFailure: when === 'on_fail',
    inAnyCase:
      when === 'always'
        ? { location: node.get('when').at, message: 'this runs although something before it failed' }
        : undefined,
    resolve: (text) => [withVariables(text, environmentsAround({ node, run }), parameters)],
  };
}

/** What runs in the background fails nothing; what may not run at all may not fail. */
function toleratedBy(node: DataNode, condition: DataNode | undefined): Fact<boolean> | undefined {
  const background = node.get('background');
  if (background.value === true) return known(false, background.at);
  return (
    condition && unknown('a condition that the files do not answer decides whether it runs', condition.at)
  );
}

const VARIABLE = /\$(?:([a-z_]\w*)|\{([a-z_]\w*)\})/gi;

/** Variables that the step or the job sets. */
function withVariables(text: string, holders: readonly DataNode[], parameters: Parameters): string {
  const once = (whole: string, bare?: string, braced?: string): string => {
    const name = bare ?? braced ?? '';
    const set = holders.map((holder) => scalarText(holder.get(name))).find((value) => value !== undefined);
    return set === undefined ? whole : fill(set, parameters);
  };
  return text.replace(VARIABLE, once).replace(VARIABLE, once);
}

/** Where an orb's job or command is used. */
interface OrbCall {
  readonly node: DataNode;
  readonly at: Location;
  readonly parameters: Parameters;
}

function orbActivities(
  words: StepWords,
  { orb, name }: OrbUse,
  { node, at, parameters }: OrbCall,
): readonly Activity[] {
  const given = (input: string): Naming | undefined =>
    input
      .split('|')
      .map((one) => naming(node.get(one), parameters))
      .find((one) => one !== undefined);
  const inputs: Inputs = (input) => given(input)?.text;
  return recognizeOrb(`${orb}/${name}`, inputs).flatMap(({ recognition, entry }) => {
    if (!recognition || recognition.kind === 'none') return [];
    const all = (names: readonly string[] | undefined) => (): readonly Naming[] =>
      (names ?? []).flatMap((one) => given(one) ?? []);
    const images = (): readonly Naming[] =>
      all(entry.names)().flatMap(({ text, at: place }) =>
        imagesIn(text).map((one) => ({ text: one, at: place })),
      );
    return [
      activityOf(words, recognition, at, {
        names: images,
        targets: all(entry.target),
        // Orbs that tell people run in any case, and look at what happened by themselves.
        onFailure: recognition.kind === 'notify' && inputs('event') !== 'pass',
      }),
    ];
  });
}

/** `container=api,tag=1.2` and `api=registry/api:1.2` name versions among other things. */
function imagesIn(text: string): readonly string[] {
  const pairs = text.split(',').map((pair) => pair.trim().split('='));
  const tags = pairs.flatMap(([key, value]) =>
    value !== undefined && /tag|image|uri/i.test(key ?? '') ? [value] : [],
  );
  if (tags.length > 0) return tags;
  return pairs.map(([first = '', second]) => second ?? first);
}
