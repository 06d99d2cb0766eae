import { isVersionInput, type Pipeline, type PipelineOf } from '../../delivery/index.ts';
import { known } from '../../model/index.ts';
import type { GroovyCall } from '../../syntax/groovy/index.ts';
import { injectionsOf } from './injection/injections.ts';
import { pastedSecretsOf } from './injection/secrets.ts';
import { keptMachines } from './kept-machines.ts';
import { jobsOf, POST } from './job/job.ts';
import { parametersOf } from './job/scope.ts';
import { allCalls, argument, locate, section, textOf } from './read/nodes.ts';
import type { Jenkinsfile } from './read/jenkinsfile.ts';
import type { Stage } from './read/stage.ts';

const TRIGGERS: Readonly<Record<string, string>> = {
  cron: 'schedule',
  pollSCM: 'push',
  githubPush: 'push',
  bitbucketPush: 'push',
  gitlab: 'push',
  upstream: 'upstream',
  GenericTrigger: 'webhook',
};

/** A file as the delivery model has it. What starts it is set in Jenkins, too: unless it says otherwise, every push. */
export function pipelineOf(jenkinsfile: Jenkinsfile): Pipeline {
  const { file, pipeline } = jenkinsfile;
  const { path } = file;
  const calls = parametersOf(jenkinsfile).flatMap(allCalls);
  const version = calls.find(isVersion);
  const stated = triggersOf(jenkinsfile);
  const own: PipelineOf = {
    system: 'jenkins',
    id: `${path}:pipeline`,
    path,
    root: path.replace(/(?:(?:ci|jenkins|\.jenkins|pipelines)\/)?[^/]*$/i, ''),
    name: nameOf(path),
    forPushes: stated.length === 0 || stated.includes('push'),
    versionInput: version && locate(file, version.nameSpan),
  };
  const jobs = jobsOf(jenkinsfile, own, postOf(jenkinsfile));
  const at = locate(file, pipeline?.nameSpan ?? jenkinsfile.stages[0]?.header ?? { start: 0, end: 0 });
  return {
    ...own,
    at,
    triggers: stated.length === 0 ? ['push'] : stated,
    forRequests: false,
    tokenPermissions: known(null, at),
    injections: injectionsOf(jenkinsfile),
    bareSecrets: pastedSecretsOf(jenkinsfile),
    mistakes: keptMachines(jenkinsfile),
    jobs,
    runs: jobs,
  };
}

/** `Jenkinsfile.deploy` is called `deploy`; a plain `Jenkinsfile` as its folder, or as itself. */
function nameOf(path: string): string {
  const file = path.replace(/^.*\//, '');
  const own = file.replace(/^jenkinsfile[._-]?|\.jenkinsfile$|\.groovy$/gi, '');
  return own === '' ? 'Jenkinsfile' : own;
}

function isVersion(call: GroovyCall): boolean {
  const name = textOf(argument(call, 'name'));
  return (
    ['string', 'choice', 'text', 'gitParameter'].includes(call.name) &&
    name !== undefined &&
    isVersionInput(name)
  );
}

function triggersOf({ pipeline, groovy }: Jenkinsfile): readonly string[] {
  const holder = pipeline
    ? section(pipeline.body, 'triggers')
    : allCalls(groovy.body).find(({ name }) => name === 'pipelineTriggers');
  const names = holder ? allCalls(holder).flatMap(({ name }) => TRIGGERS[name] ?? []) : [];
  return [...new Set(names)];
}

/** What a pipeline does at its end, as a stage after the last one. */
function postOf({ pipeline, file }: Jenkinsfile): Stage | undefined {
  const post = section(pipeline?.body, 'post');
  if (!post?.body) return undefined;
  return {
    file,
    name: POST,
    header: post.nameSpan,
    body: post.body,
    scripted: false,
    parent: undefined,
    children: [],
    ordered: true,
    matrix: new Map(),
    around: [],
  };
}
