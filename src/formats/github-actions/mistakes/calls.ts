import type { DataNode } from '../../data-node.ts';
import { isLocal, type Library } from '../read/library.ts';
import type { Job, Workflow } from '../read/workflow.ts';
import { mistake, type Mistake } from './mistake.ts';

/** What a job that calls a workflow may say. */
const OF_CALLS: ReadonlySet<string> = new Set([
  'name',
  'uses',
  'with',
  'secrets',
  'needs',
  'if',
  'permissions',
  'strategy',
  'concurrency',
]);
const LOCAL = /^[.$]\/[^@]+$/;
const REMOTE = /^[^/@\s]+\/[^/@\s]+\/[^@\s]+\.ya?ml@[^@\s]+$/;

/** Of more that are wrong in one place nobody learns anything. */
const SHOWN = 5;

/** Calls of workflows that GitHub refuses, and jobs that wait for what does not exist. */
export function callMistakes({ node, jobs }: Workflow, library: Library): readonly Mistake[] {
  const stated = node.get('jobs').value;
  const names = new Set(Object.keys(stated ?? {}).map((name) => name.toLowerCase()));
  return [...jobs.values()].flatMap((job) => [
    ...needs(job, names),
    ...(job.node.has('uses') ? call(job, library) : noCall(job)),
  ]);
}

function needs({ node, needs: ids }: Job, names: ReadonlySet<string>): readonly Mistake[] {
  return ids
    .filter((id) => !names.has(id.toLowerCase()))
    .slice(0, SHOWN)
    .map((id) =>
      mistake('call', `it needs \`${id}\`, which is no job of the workflow`, node.get('needs').at),
    );
}

function noCall({ node }: Job): readonly Mistake[] {
  return ['with', 'secrets']
    .filter((key) => node.has(key))
    .map((key) =>
      mistake('call', `\`${key}\` is for jobs that call a workflow by \`uses\``, node.get(key).header),
    );
}

function call(job: Job, library: Library): readonly Mistake[] {
  const { node } = job;
  const uses = node.get('uses');
  const extra = node
    .entries()
    .filter(([key]) => !OF_CALLS.has(key))
    .map(([key, value]) =>
      mistake('call', `a job that calls a workflow may not have \`${key}\``, value.header),
    );
  if (job.uses?.includes('${{')) return extra;
  if (job.uses === undefined || !(isLocal(job.uses) ? LOCAL : REMOTE).test(job.uses)) {
    const what = job.uses === undefined ? 'nothing' : `\`${job.uses}\``;
    return [
      ...extra,
      mistake(
        'call',
        `it calls ${what}, which may be \`owner/repository/path.yml@ref\` or \`./path.yml\``,
        uses.exists ? uses.at : uses.keyAt,
      ),
    ];
  }
  const callee = library.calledBy(job);
  return callee ? [...extra, ...givenTo(callee, job)] : extra;
}

function givenTo(callee: Workflow, { node }: Job): readonly Mistake[] {
  const trigger = callee.triggers.get('workflow_call');
  const uses = node.get('uses');
  if (!trigger) return [mistake('call', `\`${callee.path}\` does not start by \`workflow_call\``, uses.at)];
  const secrets = node.get('secrets');
  return [
    ...compare('input', trigger.get('inputs'), node.get('with'), uses),
    ...(secrets.text === 'inherit' ? [] : compare('secret', trigger.get('secrets'), secrets, uses)),
  ];
}

function compare(what: string, declared: DataNode, given: DataNode, uses: DataNode): readonly Mistake[] {
  const names = new Set(declared.entries().map(([name]) => name.toLowerCase()));
  const own = new Set(given.entries().map(([name]) => name.toLowerCase()));
  const unknown = given
    .entries()
    .filter(([name]) => !names.has(name.toLowerCase()) && !(what === 'secret' && name === 'GITHUB_TOKEN'));
  const missing = declared.entries().filter(([name, one]) => {
    return one.get('required').value === true && !one.has('default') && !own.has(name.toLowerCase());
  });
  return [
    ...unknown.map(([name, value]) =>
      mistake('call', `the called workflow has no ${what} \`${name}\``, value.header),
    ),
    ...missing.map(([name]) =>
      mistake('call', `the called workflow requires the ${what} \`${name}\``, uses.at),
    ),
  ];
}
