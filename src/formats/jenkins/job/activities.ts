import {
  activitiesOfScript,
  activityOf,
  createActionTable,
  plainRecognition,
  withResults,
  type ActionEntry,
  type Activity,
  type Naming,
  type StepWords,
} from '../../../delivery/index.ts';
import { known, unknown, type Fact } from '../../../model/index.ts';
import type { RelatedLocation } from '../../../source/index.ts';
import type { GroovyBlock, GroovyCall, GroovyStatement, GroovyValue } from '../../../syntax/groovy/index.ts';
import { allCalls, argument, argumentsOf, callsOf, locate, partsOf, section, textOf } from '../read/nodes.ts';
import type { Jenkinsfile } from '../read/jenkinsfile.ts';
import type { Stage } from '../read/stage.ts';
import steps from '../steps.json' with { type: 'json' };
import { isKnownStep } from './known-steps.ts';
import { approversOf } from './approvers.ts';
import { limitIn } from './limit.ts';
import { scriptOf } from './script.ts';

// JSON modules have wide inferred types; `jenkins.test.ts` validates the table against the tables' schema.
const recognizeStep = createActionTable(steps as unknown as readonly ActionEntry[]);

/** Steps that run a script. */
export const SHELLS: ReadonlySet<string> = new Set(['sh', 'bat', 'powershell', 'pwsh']);
/** Methods that call methods. */
const DEPTH = 20;
/** Steps looked at for one stage: methods that call one another twice would multiply them. */
const STEPS = 5_000;

/** What a step stands in. */
interface Context {
  readonly jenkinsfile: Jenkinsfile;
  readonly stage: Stage;
  readonly variables: ReadonlyMap<string, string>;
  readonly tolerated: Fact<boolean> | undefined;
  readonly onFailure: boolean;
  readonly inAnyCase: RelatedLocation | undefined;
  /** Of the steps `timeout` that it stands in. */
  readonly timeLimit: Fact<number | null> | undefined;
  readonly depth: number;
  readonly budget: { left: number };
}

/** Where a stage begins: nothing is said yet of what stands in it. */
function contextOf(stage: Stage, jenkinsfile: Jenkinsfile, variables: ReadonlyMap<string, string>): Context {
  return {
    jenkinsfile,
    stage,
    variables,
    tolerated: undefined,
    onFailure: false,
    inAnyCase: undefined,
    timeLimit: undefined,
    depth: 0,
    budget: { left: STEPS },
  };
}

/** Everything a stage does, in the order in which it happens. */
export function activitiesOf(
  stage: Stage,
  jenkinsfile: Jenkinsfile,
  variables: ReadonlyMap<string, string>,
): readonly Activity[] {
  const start = contextOf(stage, jenkinsfile, variables);
  if (stage.scripted) {
    const context = stage.around.reduce(within, start);
    return withResults(stage.body ? ofBlock(context, stage.body) : []);
  }
  const own = ofBlock(start, section(stage.body, 'steps')?.body);
  return withResults([...approvalsOf(start), ...own, ...ofPost(start, section(stage.body, 'post')?.body)]);
}

/** `input { … }` of the stage and of those around it. */
function approvalsOf(context: Context): readonly Activity[] {
  const found: Activity[] = [];
  for (let up: Stage | undefined = context.stage; up; up = up.parent) {
    const input = up.scripted ? undefined : section(up.body, 'input');
    if (input) found.unshift(approval(context, input));
  }
  return found;
}

const approval = (context: Context, call: GroovyCall): Activity =>
  activityOf(
    wordsOf(context),
    plainRecognition('approval', 'input'),
    locate(context.stage.file, call.nameSpan),
    { approversNamed: approversOf(context.stage.file, call) },
  );

/** What `post` does, in the order in which Jenkins runs its conditions. */
export function ofPost(context: Context, block: GroovyBlock | undefined): readonly Activity[] {
  return callsOf(block).flatMap((call) => {
    const { name, body } = call;
    if (!body) return [];
    const onFailure = ['failure', 'unsuccessful', 'regression', 'aborted'].includes(name);
    const anyway = ['always', 'cleanup', 'changed', 'unstable'].includes(name);
    const inAnyCase = anyway
      ? {
          location: locate(context.stage.file, call.nameSpan),
          message: 'this runs although something before it failed',
        }
      : undefined;
    return ofBlock({ ...context, onFailure, inAnyCase }, body);
  });
}

/** The activities of a pipeline's own `post`. */
export function postActivities(
  stage: Stage,
  jenkinsfile: Jenkinsfile,
  variables: ReadonlyMap<string, string>,
): readonly Activity[] {
  return ofPost(contextOf(stage, jenkinsfile, variables), stage.body);
}

function ofBlock(context: Context, block: GroovyBlock | undefined): Activity[] {
  const statements = block?.statements ?? [];
  return statements.flatMap(({ value, assigned, defines }, index) => {
    if (defines) return [];
    const bare = assigned === undefined;
    const next = statements[index + 1]?.value;
    if (value.kind === 'call' && value.name === 'try' && next?.kind === 'call' && next.name === 'catch')
      return ofBlock(caught(context, next), value.body);
    if (value.kind === 'call' && value.name === 'catch') {
      return ofBlock({ ...context, onFailure: true }, value.body);
    }
    const found = ofValue(context, value, bare);
    return assigned === undefined ? found : decided(found, statements.slice(index + 1), assigned, context);
  });
}

/** Statements after one that are looked at for what becomes of its result. */
const AFTER = 5;

/** `def status = …` and `if (status != 0) error('…')`: what it finds fails the stage after all. */
function decided(
  found: Activity[],
  after: readonly GroovyStatement[],
  name: string,
  { stage: { file } }: Context,
): Activity[] {
  const asks = new RegExp(`\\b${name.replaceAll(/\W/g, '')}\\b`);
  const fails = after.slice(0, AFTER).find(({ value }) => {
    if (value.kind !== 'call' || value.name !== 'if') return false;
    const [first] = value.args;
    const asked = first ? file.text.slice(first.start, value.args.at(-1)?.end) : '';
    return asks.test(asked) && allCalls(value).some((call) => call.name === 'error' || call.name === 'throw');
  });
  if (!fails) return found;
  const blocking = known(true, locate(file, fails));
  return found.map((one) => (one.blocking.value === true ? one : { ...one, blocking }));
}

/** What is tried counts when whoever catches its failure fails in turn. */
function caught(context: Context, handler: GroovyCall): Context {
  const again = allCalls(handler).some(({ name }) => name === 'throw' || name === 'error');
  const sets = allCalls(handler).some(({ name }) => name === 'currentBuild.result');
  if (again || sets) return context;
  return { ...context, tolerated: known(false, locate(context.stage.file, handler.nameSpan)) };
}

/** The activities of a value and of all that stands in it; `bare`: its result is not used. */
function ofValue(context: Context, value: GroovyValue, bare: boolean): Activity[] {
  if (context.budget.left-- <= 0) return [];
  if (value.kind === 'block') return ofBlock(context, value);
  if (value.kind !== 'call') return partsOf(value).flatMap((part) => ofValue(context, part, false));
  if (CONDITIONS.has(value.name)) return ofCondition(context, value);
  const inner = within(context, value);
  const parts = [...(value.receiver ? [value.receiver] : []), ...value.args.map((one) => one.value)];
  return [
    ...ofCall(context, value, bare && !value.receiver),
    ...parts.flatMap((part) => ofValue(inner, part, false)),
    ...ofBlock(inner, value.body),
  ];
}

const CONDITIONS: ReadonlySet<string> = new Set(['if', 'else']);

/** What a condition holds: an `input` without a deploy beside it may be passed by what comes later. */
function ofCondition(context: Context, { args, body, nameSpan }: GroovyCall): Activity[] {
  const asked = args.flatMap(({ value }) => ofValue(context, value, false));
  const held = ofBlock(context, body);
  if (held.some(({ recognition }) => recognition.kind === 'deploy')) return [...asked, ...held];
  const at = locate(context.stage.file, nameSpan);
  const blocking = unknown('a condition of its script decides whether someone is asked', at);
  return [...asked, ...held.map((one) => (one.recognition.kind === 'approval' ? { ...one, blocking } : one))];
}

/** What a block step changes for what stands in it. */
function within(context: Context, call: GroovyCall): Context {
  const { name, nameSpan, args } = call;
  if (name === 'timeout')
    return { ...context, timeLimit: limitIn(context.stage.file, call, context.timeLimit) };
  if (name === 'catchError' || name === 'warnError')
    return { ...context, tolerated: known(false, locate(context.stage.file, nameSpan)) };
  if (name !== 'withEnv') return context;
  const list = args[0]?.value;
  const pairs = list?.kind === 'list' ? list.items.flatMap(({ value }) => textOf(value) ?? []) : [];
  const variables = new Map(context.variables);
  for (const pair of pairs) {
    const equals = pair.indexOf('=');
    if (equals > 0) variables.set(pair.slice(0, equals), pair.slice(equals + 1));
  }
  return { ...context, variables };
}

function ofCall(context: Context, call: GroovyCall, bare: boolean): readonly Activity[] {
  const { name, called } = call;
  const { file } = context.stage;
  if (!called) return [];
  if (SHELLS.has(name)) return ofScript(context, call, bare);
  // Where its failure is caught, so is a rejection.
  if (name === 'input') return context.tolerated?.value === false ? [] : [approval(context, call)];
  const method = context.jenkinsfile.methods.get(name);
  if (method) return context.depth < DEPTH ? ofMethod(context, call) : [];
  const at = locate(file, call.nameSpan);
  const found = recognizeStep(name, (input) =>
    input
      .split('|')
      .map((one) => textOf(argument(call, one)))
      .find((text) => text !== undefined),
  );
  if (found.length > 0) {
    return found.flatMap(({ recognition, entry }) => {
      if (!recognition || recognition.kind === 'none') return [];
      const targets = (): readonly Naming[] =>
        (entry.target ?? []).flatMap((one) => {
          const value = argument(call, one);
          const text = textOf(value);
          return text === undefined || !value ? [] : [{ text, at: locate(file, value) }];
        });
      return [activityOf(wordsOf(context), recognition, at, { targets })];
    });
  }
  if (isKnownStep(call))
    return TELLS.test(name) ? [activityOf(wordsOf(context), plainRecognition('notify', name), at)] : [];
  const other = name === 'build' ? 'job' : name === 'copyArtifacts' ? 'projectName' : undefined;
  const what = other === undefined ? name : `${name} ${textOf(argument(call, other)) ?? ''}`.trim();
  if (name === 'build' && ['wait', 'propagate'].some((one) => textOf(argument(call, one)) === 'false'))
    return [];
  return [activityOf(wordsOf(context), plainRecognition('opaque', what), at)];
}

/** Steps of libraries that tell someone; statuses of commits tell nobody. */
const TELLS = /^(?:notify(?!Stage|Commit|Git)|send)|slack|mail|teams|chat/i;

/** What a method of the file does, its parameters taken from the call. */
function ofMethod(context: Context, call: GroovyCall): readonly Activity[] {
  const method = context.jenkinsfile.methods.get(call.name);
  if (!method) return [];
  const variables = new Map(context.variables);
  for (const [index, parameter] of method.parameters.entries()) {
    const text = textOf(argumentsOf(call)[index]?.value);
    if (text === undefined) variables.delete(parameter);
    else variables.set(parameter, text);
  }
  return ofBlock({ ...context, variables, depth: context.depth + 1 }, method.body);
}

function ofScript(context: Context, call: GroovyCall, bare: boolean): readonly Activity[] {
  const { stage, variables } = context;
  const script = scriptOf(stage.file, call, variables);
  if (!script) return [];
  const status = argument(call, 'returnStatus');
  const at = status && locate(stage.file, status);
  const ignored: Fact<boolean> | undefined =
    textOf(status) !== 'true' || !at
      ? undefined
      : bare
        ? known(false, at)
        : unknown('its status is given to the pipeline, which decides what that means', at);
  return activitiesOfScript(wordsOf({ ...context, tolerated: context.tolerated ?? ignored }), script);
}

const VARIABLE = /\$(?:([a-z_]\w*)|\{(?:env\.|params\.)?([a-z_]\w*)\})/gi;

function wordsOf(context: Context): StepWords {
  const { stage, tolerated, onFailure, inAnyCase, timeLimit, variables } = context;
  const once = (whole: string, bare?: string, braced?: string): string =>
    variables.get(bare ?? braced ?? '') ?? whole;
  return {
    names: stage.name,
    tolerated,
    onFailure,
    inAnyCase,
    timeLimit,
    resolve: (text) => [text.replace(VARIABLE, once).replace(VARIABLE, once)],
  };
}
