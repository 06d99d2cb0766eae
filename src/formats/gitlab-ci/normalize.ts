import { deliver, redeploysOf } from '../../delivery/index.ts';
import type { Subject } from '../../model/index.ts';
import { distinctDiagnostics, type Diagnostic } from '../../source/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { baseName, missingFile } from '../paths.ts';
import { createPlaceholderCheck } from '../placeholder-test.ts';
import { withUniqueIds } from '../unique-ids.ts';
import { createRecognizer } from './activities/recognize.ts';
import { createJobs } from './job/job.ts';
import { planOf, type JobRun, type PipelinePlan } from './pipeline/run.ts';
import { dependenciesOf } from './pipeline/dependencies.ts';
import { literalsOf } from './pipeline/literals.ts';

import { pipelineOf, requestsOf } from './pipeline/subject.ts';
import { createChild, createConfig, type Config } from './read/config.ts';
import { createFiles, type CiFile, type Files } from './read/files.ts';
import type { Met } from './read/include.ts';

/** GitLab lets a child pipeline trigger one more. */
const CHILDREN = 2;

export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const files = createFiles(documents, context);
  const children = createChildren(files);
  const recognize = createRecognizer(createPlaceholderCheck(context));
  const configs = pipelinesAmong(files, children);
  const jobs = createJobs(children.of, recognize);
  const plans = configs.map((config) => planOf(config, undefined));
  const pipelines = plans.map((plan) => pipelineOf(plan, jobs, children.of));
  const requests = pipelines.map((pipeline, index) => {
    const plan = plans[index];
    return plan ? [requestsOf(plan, pipeline, jobs)] : [];
  });
  const delivered = deliver([...pipelines, ...requests.flat()]);
  const subjects = pipelines.flatMap(({ runs }, index): Subject[] => {
    const own = delivered[index] ?? [];
    return [...own, ...redeploysOf(own, runs)];
  });
  const all = [...configs, ...children.configs()];
  return {
    subjects: unique([...subjects, ...all.flatMap(dependenciesOf), ...all.flatMap(literalsOf)]),
    diagnostics: missingFiles(all),
    included: files.included(),
  };
}

/** Files that nothing includes or triggers: `.gitlab-ci.yml`, and parts of pipelines that are elsewhere. */
function pipelinesAmong(files: Files, children: Children): readonly Config[] {
  const all = files.given.map((file) => ({ file, config: createConfig(file, files, !isPipeline(file)) }));
  const used = new Set<string>();
  for (const { file, config } of all) {
    for (const path of config.paths) if (path !== file.path) used.add(path);
    for (const path of children.pathsOf(config)) if (path !== file.path) used.add(path);
  }
  const free = all.filter(({ file }) => !used.has(file.path));
  return (free.length > 0 ? free : all).map(({ config }) => config);
}

/** A file of that name is a pipeline; any other is one when it says what starts it, or which stages it has. */
function isPipeline({ path, node }: CiFile): boolean {
  return (
    /^\.gitlab-ci\.ya?ml$/.test(baseName(path)) || node.get('workflow').exists || node.get('stages').exists
  );
}

interface Children {
  readonly of: (run: JobRun) => PipelinePlan | undefined;
  readonly configs: () => readonly Config[];
  /** Paths of the files that child pipelines of a configuration are made of. */
  readonly pathsOf: (config: Config) => readonly string[];
}

function createChildren(files: Files): Children {
  const made = new Map<Config, Map<string, Config | undefined>>();
  const plans = new Map<PipelinePlan, Map<string, PipelinePlan>>();
  const configOf = (config: Config, name: string): Config | undefined => {
    const own = made.get(config) ?? new Map<string, Config | undefined>();
    made.set(config, own);
    if (!own.has(name)) {
      const trigger = config.job(name).get('trigger');
      own.set(name, trigger.get('include').exists ? createChild(config, trigger, files) : undefined);
    }
    return own.get(name);
  };
  return {
    of: (run) => {
      let depth = 0;
      for (let up: JobRun | undefined = run.plan.caller; up; up = up.plan.caller) depth++;
      const config = depth < CHILDREN ? configOf(run.plan.config, run.name) : undefined;
      if (!config) return undefined;
      const own = plans.get(run.plan) ?? new Map<string, PipelinePlan>();
      plans.set(run.plan, own);
      const key = `${run.within} ${run.name}`;
      const plan = own.get(key) ?? planOf(config, run);
      own.set(key, plan);
      return plan;
    },
    configs: () => [...made.values()].flatMap((own) => [...own.values()].flatMap((config) => config ?? [])),
    pathsOf: (config) => {
      const found = new Set<string>();
      const waiting: (readonly [Config, number])[] = [[config, 0]];
      for (const [one, depth] of waiting) {
        if (depth >= CHILDREN) continue;
        for (const name of one.names) {
          const child = configOf(one, name);
          if (!child) continue;
          for (const path of child.paths) found.add(path);
          waiting.push([child, depth + 1]);
        }
      }
      return [...found];
    },
  };
}

/** Files of the repository that a pipeline includes and that are not there: what they do is not examined. */
function missingFiles(configs: readonly Met[]): readonly Diagnostic[] {
  const missing = configs.flatMap((one) => one.missing);
  return distinctDiagnostics(missing.map(({ value, path }) => missingFile('gitlab-ci', path, value.at)));
}

/** What stands in one place is one subject, however many pipelines include it. */
function unique(subjects: readonly Subject[]): readonly Subject[] {
  const seen = new Set<string>();
  const distinct = subjects.filter(({ kind, location }) => {
    if (kind !== 'build-dependency' && kind !== 'credential') return true;
    const place = `${location.file.path} ${location.span.start}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
  return withUniqueIds(distinct);
}
