import {
  activitiesOfScript,
  activityOf,
  plainRecognition,
  type Activity,
  type Recognition,
  type Script,
  type StepWords,
} from '../../../delivery/index.ts';
import type { Fact } from '../../../model/index.ts';
import type { Dialect } from '../../../syntax/shell/index.ts';
import type { IsPlaceholder } from '../../placeholder-test.ts';
import { actionOf } from '../job/environment.ts';
import { runsInAnyCase, runsOnFailure, toleratedBy } from '../job/failure.ts';
import { rootOf, type JobRun } from '../pipeline/run.ts';
import type { ScriptLine } from '../../script-text.ts';
import { afterScriptOf, scriptOf } from '../read/script.ts';
import { resolveWord } from '../read/variables.ts';
import { reportsOf, withReported } from './reports.ts';

/** Everything a job does, in the order in which it happens. */
export type Recognize = (run: JobRun) => readonly Activity[];

/** The runner stops at the first line that fails, and at the first command of a pipe where the shell can. */
const OPTIONS = { errexit: true, pipefail: true };

export function createRecognizer(isPlaceholder: IsPlaceholder): Recognize {
  return (run) => activitiesOf(run, isPlaceholder);
}

function activitiesOf(run: JobRun, isPlaceholder: IsPlaceholder): readonly Activity[] {
  const job = run.plan.config.job(run.name);
  if (job.get('trigger').exists) return [];
  const words = wordsOf(run);
  const folder = folderOf(scriptOf(run).text);
  const own = inShell(run, scriptOf(run), words).filter(
    ({ recognition, line }) =>
      !(recognition.kind === 'test' && line && isPlaceholder(line, rootOf(run.plan), folder)),
  );
  const after = afterScriptOf(run);
  const last = inShell(run, after, {
    ...words,
    tolerated: { value: false, at: run.plan.config.key(run.name, 'after_script').at },
    onFailure: words.onFailure || after.text.includes('CI_JOB_STATUS'),
  }).filter(({ recognition }) => recognition.kind !== 'deploy');
  const seen = [...own, ...last];
  const done = withReported(job, [...seen, ...reportsOf(job, seen, words), ...published(run, words)]);
  // Cleaning an environment up is no deploy to it, whatever does it.
  const all =
    actionOf(job) === 'stop' ? done.filter(({ recognition }) => recognition.kind !== 'deploy') : done;
  const tolerated = toleratedBy(run);
  return tolerated ? all.map((one) => allowed(one, tolerated)) : all;
}

/** The job's failure does not count, or that is open: nor does that of what fails it. */
function allowed(one: Activity, tolerated: Fact<boolean>): Activity {
  return one.blocking.value === false ? one : { ...one, blocking: tolerated, failsJob: one.blocking };
}

function inShell(run: JobRun, script: ScriptLine, words: StepWords): readonly Activity[] {
  return script.text === '' ? [] : activitiesOfScript(words, shellOf(run, script));
}

/** A script as the shell of the job's runner reads it. */
export const shellOf = (run: JobRun, { text, placeOf }: ScriptLine): Script => ({
  text,
  dialect: dialectOf(run),
  options: OPTIONS,
  placeOf,
  remote: false,
  tool: undefined,
});

/** Where a script goes before it does anything else. */
const folderOf = (script: string): string | undefined => /^\s*cd ["']?([\w./-]+)/m.exec(script)?.[1];

function wordsOf(run: JobRun): StepWords {
  const job = run.plan.config.job(run.name);
  return {
    names: `${run.name} ${job.get('stage').text ?? ''}`,
    tolerated: undefined,
    onFailure: runsOnFailure(run),
    inAnyCase: runsInAnyCase(run),
    resolve: (text) => resolveWord(text, run),
  };
}

/** Runners for Windows start PowerShell, and are chosen by tags. */
function dialectOf({ plan: { config }, name }: JobRun): Dialect {
  return config
    .key(name, 'tags')
    .texts()
    .some((tag) => /windows/i.test(tag))
    ? 'powershell'
    : 'posix';
}

const PAGES: Recognition = { ...plainRecognition('deploy', 'pages'), deploys: 'artifact' };

/** What GitLab does itself with what a job made: a release, a site. */
function published(run: JobRun, words: StepWords): readonly Activity[] {
  const job = run.plan.config.job(run.name);
  const found: Activity[] = [];
  const release = job.get('release');
  if (release.exists) found.push(activityOf(words, plainRecognition('package', 'release'), release.header));
  const pages = job.get('pages');
  const isPages = run.name === 'pages' ? pages.flag !== false : pages.isMap || pages.flag === true;
  if (isPages) found.push(activityOf(words, PAGES, pages.exists ? pages.header : job.header));
  return found;
}
