import { commandName } from '../syntax/shell/index.ts';
import tools from './tables/tools.json' with { type: 'json' };

/** A command's line, taken apart: its name, the words that are no options, and the options. */
export interface CommandLine {
  readonly name: string;
  readonly words: readonly string[];
  /** Every option as `--flag`, and as `--flag=value` where it has a value. */
  readonly flags: ReadonlySet<string>;
  /** Values of an option, in order. */
  values(...names: readonly string[]): readonly string[];
  readonly text: string;
}

const VALUED = new Map(Object.entries(tools.valued).map(([tool, flags]) => [tool, new Set<string>(flags)]));
const GROUPED = new Set<string>(tools.grouped);
const RUNNER_FLAGS = new Set<string>(tools.runnerFlags);
/** Flags with a value that runners take before they are told to run something. */
const BEFORE_RUN: ReadonlySet<string> = new Set([...RUNNER_FLAGS, ...tools.valued['docker-compose']]);
const RUNNERS = indexRunners(tools.runners);
const IMAGES: ReadonlyMap<string, string> = new Map(Object.entries(tools.images));
const DOCKER_SWITCHES = /^-(?:-rm|-init|-privileged|-interactive|-tty|-detach|-read-only|[dit]{1,3})$|=/;

interface Runner {
  readonly words: readonly string[][];
  /** Positional words between the runner and what it runs. */
  readonly skip: number;
}

function indexRunners(patterns: readonly string[]): ReadonlyMap<string, Runner[]> {
  const index = new Map<string, Runner[]>();
  for (const pattern of patterns) {
    const parts = pattern.split(' ');
    const skip = parts.at(-1) === '+1' ? 1 : 0;
    const words = parts.slice(0, skip ? -1 : undefined).map((part) => part.split('|'));
    const name = words[0]?.[0] ?? '';
    index.set(name, [...(index.get(name) ?? []), { words, skip }]);
  }
  return index;
}

/** Reads a command's words; what `npx`, `poetry run`, `docker run <known image>` start counts as the command. */
export function readCommandLine(words: readonly string[]): CommandLine {
  const rest = withoutRunners(words);
  const name = commandName(rest[0] ?? '');
  const valued = VALUED.get(name);
  const positional: string[] = [];
  const flags = new Set<string>();
  const values: (readonly [flag: string, value: string])[] = [];
  for (let i = 1; i < rest.length; i++) {
    const word = rest[i] ?? '';
    if (!word.startsWith('-') || word === '-' || word === '--') {
      if (word !== '--') positional.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const flag = equals > 0 ? word.slice(0, equals) : word;
    for (const one of GROUPED.has(name) && /^-[a-z]{2,}$/i.test(word) ? splitGroup(word) : [flag]) {
      flags.add(one);
      const next = rest[i + 1];
      const value = equals > 0 ? word.slice(equals + 1) : next;
      if (value === undefined || (equals < 0 && !valued?.has(one))) continue;
      flags.add(`${one}=${value}`);
      values.push([one, value]);
      if (equals < 0) i++;
    }
  }
  return {
    name,
    words: positional,
    flags,
    values: (...names) => values.filter(([flag]) => names.includes(flag)).map(([, value]) => value),
    text: rest.join(' '),
  };
}

const splitGroup = (word: string): string[] => Array.from(word.slice(1), (letter) => `-${letter}`);

function withoutRunners(words: readonly string[]): readonly string[] {
  let rest = words;
  for (let turn = 0; turn < 4; turn++) {
    const next = afterRunner(rest) ?? afterImage(rest);
    if (!next || next.length === 0) return rest;
    rest = next;
  }
  return rest;
}

function afterRunner(words: readonly string[]): readonly string[] | undefined {
  for (const runner of RUNNERS.get(commandName(words[0] ?? '')) ?? []) {
    let at = endOf(runner, words);
    if (at === undefined) continue;
    // `bundle exec rspec -- spec/a` hands on what follows; `mise exec node@20 -- npm test` starts it.
    const starts = runner.skip > 0 || /^-|[@#]/.test(words[at] ?? '');
    const separator = starts ? words.indexOf('--', at) : -1;
    if (separator > 0) return words.slice(separator + 1);
    for (let skip = runner.skip; at < words.length; at++) {
      const word = words[at] ?? '';
      if (word.startsWith('-')) at += RUNNER_FLAGS.has(word) ? 1 : 0;
      else if (skip-- <= 0) break;
    }
    return words.slice(at).map((word, index) => (index === 0 ? word.replace(/(.)@[\w.^~-]+$/, '$1') : word));
  }
  return undefined;
}

/** Where a runner's own words end, with the flags among them: `docker compose -f ci.yml run`. */
function endOf(runner: Runner, words: readonly string[]): number | undefined {
  let at = 1;
  for (const part of runner.words.slice(1)) {
    while (words[at]?.startsWith('-') && !part.includes(words[at] ?? ''))
      at += BEFORE_RUN.has(words[at] ?? '') ? 2 : 1;
    if (!part.includes(words[at] ?? '')) return undefined;
    at++;
  }
  return at;
}

/** `docker run --rm aquasec/trivy image shop` runs `trivy image shop`. */
function afterImage(words: readonly string[]): readonly string[] | undefined {
  if (!['docker', 'podman', 'nerdctl'].includes(commandName(words[0] ?? '')) || words[1] !== 'run')
    return undefined;
  let at = 2;
  for (let word = words[at]; word?.startsWith('-'); word = words[at])
    at += DOCKER_SWITCHES.test(word) ? 1 : 2;
  // What an unknown image starts with is not known, but most projects' own images start what they are given.
  const tool = toolOfImage(words[at] ?? '') ?? '';
  return tool === '' ? words.slice(at + 1) : [tool, ...words.slice(at + 1)];
}

/** The tool that an image's entry point is; empty when the image's first argument names it. */
export function toolOfImage(image: string): string | undefined {
  const name = image
    .replace(/^docker:\/\//, '')
    .replace(/@.*$/, '')
    .replace(/:[^/:]*$/, '');
  return IMAGES.get(name.replace(/^docker\.io\//, ''));
}
