import { scalarText } from '../../data-node.ts';
import { recognizeAction } from '../../../delivery/index.ts';
import { isUnknown, known, unknown, type Fact, type PipelineSurface } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import { commandName, parseShell } from '../../../syntax/shell/index.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import { chainOf, isOff } from '../activities/condition.ts';
import { actionName, isLocal } from '../read/library.ts';
import { outermost, stepsOf, type JobRun, type Step } from '../read/run.ts';
import { scopeOf } from '../read/scope.ts';
import { dialectOf, resolveShell } from '../read/shell-values.ts';
import { resolve } from '../read/values.ts';
import { deploysFiles, deploysPiped } from './deploys-files.ts';
import { unguardedOf } from './guard.ts';
import table from './runs-code.json' with { type: 'json' };

type Foreign = PipelineSurface['foreignCode'][number];

/** Events of outsiders that start workflows of the default branch, with its secrets and its token. */
const EVENTS = ['pull_request_target', 'workflow_run', 'issue_comment'];
/** Expressions of the commit, branch or repository that an outsider asks to be taken. */
const HEAD =
  /\bgithub\.(?:head_ref\b|event\.pull_request\.(?:head\b|merge_commit_sha\b)|event\.workflow_run\.(?:head_(?:sha|branch|commit|repository)\b|pull_requests\b))|\brefs\/pull\/\$\{\{|\bpull\/\$\{\{[^}]*\}\}\/(?:head|merge)\b/;
const COMMANDS: Readonly<Record<string, readonly string[]>> = table.commands;
const INTERPRETERS = new Set(table.interpreters);
const KINDS = new Set(table.kinds);

/** A place that was found: what stands there. */
interface Found {
  readonly text: string;
  readonly at: Location;
}

/** Checkouts of an outsider's code in a job, each with the first thing after it that runs that code. */
export function foreignCodeOf(run: JobRun): readonly Foreign[] {
  const { triggers } = outermost(run).job.workflow;
  if (!EVENTS.some((event) => triggers.has(event)) || isOff(run.job.node)) return [];
  const steps = stepsOf(run).filter((step) => !chainOf(step).some(isOff));
  const found: Foreign[] = [];
  steps.forEach((step, index) => {
    const checkout = foreignCheckout(step);
    if (!checkout) return;
    const folder = scalarText(step.node.get('with', 'path')) ?? '';
    const after = firstRunning(steps.slice(index), step, folder);
    if (!after) return;
    const unguarded = unguardedOf(run, [...chainOf(step), ...chainOf(after.step)]);
    const refused = refusesForks(step, [...triggers.keys()]);
    if (unguarded.value === false || refused?.value === true) return;
    const related = [{ location: after.at, message: `${after.text} runs its code` }];
    found.push({
      checkout: known(checkout.text, checkout.at, related),
      runs: known(after.text, after.at),
      unguarded: isUnknown(unguarded.value) ? unguarded : (refused ?? known(true, checkout.at, related)),
    });
  });
  return found;
}

/**
 * Does the checkout itself refuse code of forks? From its version 7 on it does, for some events and unless it is told
 * not to; what version 6 does depends on its release. Undefined when it does not.
 * @see https://docs.github.com/en/actions/reference/security/securely-using-pull_request_target
 */
function refusesForks({ node }: Step, events: readonly string[]): Fact<boolean> | undefined {
  const uses = node.get('uses');
  const allowed = scalarText(node.get('with', 'allow-unsafe-pr-checkout'))?.trim() === 'true';
  if (uses.text === undefined || allowed || events.includes('issue_comment')) return undefined;
  const major = /@v?(\d{1,3})(?:\.|$)/.exec(uses.text)?.[1];
  if (major !== undefined && Number(major) < 6) return undefined;
  if (major !== undefined && Number(major) > 6) return known(true, uses.at);
  return unknown(`which release \`${uses.text}\` is decides whether it refuses code of forks`, uses.at);
}

function foreignCheckout(step: Step): Found | undefined {
  const uses = step.node.get('uses').text;
  if (uses !== undefined) {
    if (actionName(uses).toLowerCase() !== 'actions/checkout') return undefined;
    for (const name of ['ref', 'repository']) {
      const node = step.node.get('with', name);
      const text = scalarText(node);
      if (text === undefined) continue;
      const values = resolve(text, scopeOf(step.run, step));
      if (values.some((value) => HEAD.test(value))) return { text, at: node.at };
    }
    return undefined;
  }
  return commandsOf(step).find(({ words, resolved }) => fetchesForeign(words, resolved));
}

/** `gh pr checkout 7`, `git checkout $HEAD_SHA`, `git fetch origin pull/7/head`. */
function fetchesForeign(words: readonly string[], text: string): boolean {
  const [name = '', first = '', second = ''] = words;
  if (commandName(name) === 'gh') return first === 'pr' && second === 'checkout';
  const takes = ['checkout', 'switch', 'reset', 'merge', 'pull', 'fetch', 'clone'].includes(first);
  return commandName(name) === 'git' && takes && HEAD.test(text);
}

interface Command extends Found {
  /** What it hands to the next command deploys files. */
  readonly piped: string | undefined;
  readonly words: readonly string[];
  readonly resolved: string;
}

/** The commands of a step's script, with variables as far as they are known. */
function commandsOf(step: Step): readonly Command[] {
  const script = step.node.get('run');
  if (script.text === undefined) return [];
  const placeOf = scalarPlaces(script);
  const written = script.text;
  return parseShell(written, dialectOf(step)).commands.map((command, index, all) => {
    const words = command.words.map(({ text }) => text);
    const text = words.join(' ');
    const resolved = resolveShell(text, scopeOf(step.run, step), resolve)[0] ?? text;
    const piped = deploysPiped(command, all[index + 1]);
    return { words, text, resolved, piped, at: placeOf(command.span) };
  });
}

/** The first thing after a checkout that runs what it fetched, until another checkout replaces it. */
function firstRunning(
  steps: readonly Step[],
  checkout: Step,
  folder: string,
): (Found & { readonly step: Step }) | undefined {
  for (const step of steps) {
    if (step !== checkout && replaces(step, folder)) return undefined;
    const after = runsCode(step, folder);
    if (after && !(step === checkout && after.at.span.start < checkoutStart(step))) return { ...after, step };
  }
  return undefined;
}

function checkoutStart(step: Step): number {
  return foreignCheckout(step)?.at.span.start ?? 0;
}

function replaces(step: Step, folder: string): boolean {
  const uses = step.node.get('uses').text ?? '';
  if (actionName(uses).toLowerCase() !== 'actions/checkout') return false;
  return (scalarText(step.node.get('with', 'path')) ?? '') === folder && !foreignCheckout(step);
}

function runsCode(step: Step, folder: string): Found | undefined {
  const uses = step.node.get('uses');
  if (uses.text !== undefined) {
    const within = folder === '' || mentions(step, trimmed(folder));
    return within && actionRuns(step, uses.text) ? { text: uses.text, at: uses.at } : undefined;
  }
  const script = `${step.node.get('working-directory').text ?? ''} ${step.node.get('run').text ?? ''}`;
  if (folder !== '' && !script.includes(trimmed(folder))) return undefined;
  for (const { words, piped, at } of commandsOf(step)) {
    const text = commandRuns(words) ? words.slice(0, 2).join(' ') : (deploysFiles(words) ?? piped);
    if (text !== undefined) return { text, at };
  }
  return undefined;
}

/** Does a step that uses an action name a folder, as the action or in an input? */
function mentions(step: Step, folder: string): boolean {
  const inputs = step.node.get('with').entries();
  return [step.node.get('uses'), ...inputs.map(([, node]) => node)].some((node) =>
    node.text?.includes(folder),
  );
}

const trimmed = (folder: string): string => folder.replace(/^\.\//, '').replace(/\/+$/, '');

/** A local action is taken from what was checked out; others run code when they build, test or deploy. */
function actionRuns(step: Step, uses: string): boolean {
  if (isLocal(uses)) return true;
  const given = (name: string): string | undefined => scalarText(step.node.get('with', name));
  const name = actionName(uses).toLowerCase();
  // It builds the commit that started the workflow unless it is given a folder.
  if (name === 'docker/build-push-action') return /^\.|^[\w-]+$/.test(given('context') ?? '');
  return recognizeAction(name, given).some(({ recognition }) => recognition && KINDS.has(recognition.kind));
}

function commandRuns([first = '', ...rest]: readonly string[]): boolean {
  if (/^\.{1,2}\//.test(first)) return true;
  const name = commandName(first);
  const words = rest.filter((word) => !word.startsWith('-'));
  if (INTERPRETERS.has(name)) return runsFile(name, rest);
  const of = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!of || rest.includes('--ignore-scripts') || rest.includes('--version')) return false;
  if (of.length > 0 && !of.includes(words[0] ?? '')) return false;
  if (/^pip3?$/.test(name)) return rest.some((word) => /^\.|^-r$|^--requirement|^-e$/.test(word));
  if (/^(?:npm|pnpm|bun)$/.test(name) && /^i(?:nstall)?$/.test(words[0] ?? ''))
    return words.length === 1 && !rest.includes('-g');
  return true;
}

/** An interpreter that is given a file of the workspace. */
function runsFile(name: string, rest: readonly string[]): boolean {
  if (rest.some((word) => /^-(?:c|e|Command)$/.test(word))) return false;
  const module = rest.indexOf('-m');
  if (module >= 0) return /^(?:pytest|build|unittest|tox|nox)$/.test(rest[module + 1] ?? '');
  const file = rest.find((word) => !word.startsWith('-'));
  return (
    file !== undefined && !/^[/~$<]/.test(file) && (name !== '.' || file.includes('/') || file.includes('.'))
  );
}
