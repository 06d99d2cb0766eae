import { isVersionInput, type Pipeline, type PipelineOf } from '../../delivery/index.ts';
import { known } from '../../model/index.ts';
import { injectionsOf } from './injections.ts';
import { jobsOf, type Around } from './job/job.ts';
import { inputsOf } from './job/variables.ts';
import { repeatedDeployments } from './repeated.ts';
import { eventsOf, type PipelineRead, type Section } from './read/config.ts';

const TRIGGERS: Readonly<Record<Section, readonly string[]>> = {
  default: ['push'],
  branches: ['push'],
  bookmarks: ['push'],
  tags: ['tag'],
  'pull-requests': ['pull_request'],
  custom: ['manual'],
  shared: [],
};

/** A pipeline as the delivery model has it. */
export function pipelineOf(read: PipelineRead, around: Around): Pipeline {
  const { path, root, name, section, node } = read;
  const version = inputsOf(node).find((input) => isVersionInput(input.name));
  const triggers = [...new Set([...TRIGGERS[section], ...eventsOf(read)])];
  const own: PipelineOf = {
    system: 'bitbucket-pipelines',
    id: `${path}:${name}`,
    path: `${path}:${name}`,
    root,
    name,
    forPushes: section === 'shared' || triggers.includes('push'),
    versionInput: version?.node.at,
  };
  const at = node.header;
  const jobs = jobsOf(read, own, around);
  return {
    ...own,
    at,
    triggers,
    forRequests: triggers.includes('pull_request'),
    tokenPermissions: known(null, at),
    injections: injectionsOf(read),
    mistakes: repeatedDeployments(read),
    jobs,
    runs: jobs,
  };
}
