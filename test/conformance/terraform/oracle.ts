import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Variables } from './evaluated.ts';

export interface Question {
  readonly expression: string;
  readonly variables?: Variables;
}

/** The JSON text of the value, or what kind of mistake there is. */
export interface Answer {
  readonly json?: string;
  readonly error?: 'syntax' | 'value' | 'variable' | 'unknown' | 'panic';
}

/** HashiCorp's own libraries, as far as they are Terraform's language. */
export interface Oracle {
  readonly functions: ReadonlySet<string>;
  readonly ask: (questions: readonly Question[]) => readonly Answer[];
  /** Which of these files can be parsed. */
  readonly parses: (files: readonly string[]) => readonly boolean[];
}

const SOURCE = fileURLToPath(new URL('oracle', import.meta.url));
const BINARY = resolve('build/oracle/oracle');

/** Builds the oracle with Go; why that is not possible, where its modules cannot be had. */
export function buildOracle(): Oracle | string {
  const download = spawnSync('go', ['mod', 'download'], { cwd: SOURCE, encoding: 'utf8' });
  if (download.error) return `there is no Go: ${download.error.message}`;
  if (download.status !== 0) return `Go's modules cannot be had: ${download.stderr.trim()}`;
  mkdirSync(resolve('build/oracle'), { recursive: true });
  const built = spawnSync('go', ['build', '-buildvcs=false', '-o', BINARY, '.'], {
    cwd: SOURCE,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The oracle cannot be built: ${built.stderr}`);
  return {
    functions: new Set(run(['functions'], '').split('\n').filter(Boolean)),
    ask,
    parses: (files) => ask(files.map((config) => ({ config }))).map(({ error }) => error === undefined),
  };
}

function ask(questions: readonly object[]): Answer[] {
  return run([], questions.map((question) => `${JSON.stringify(question)}\n`).join(''))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Answer);
}

function run(args: readonly string[], input: string): string {
  const { status, stdout, stderr, error } = spawnSync(BINARY, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 29,
    timeout: 120_000,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`The oracle failed: ${stderr}`);
  return stdout;
}
