import {
  known,
  unknown,
  type Fact,
  type GitopsReleaseFacts,
  type SyncWindowFacts,
} from '../../../model/index.ts';
import { durationHours } from '../../../syntax/cron/index.ts';
import { fitsText } from '../../../syntax/wildcard/index.ts';
import type { DataNode } from '../../data-node.ts';
import { nearest, referenceKey, type KubernetesObject, type ObjectIndex } from '../object.ts';
import { textFact } from '../read.ts';

type Windows = Pick<GitopsReleaseFacts, 'windowed' | 'windows'>;

/**
 * When Argo CD syncs an application, as its project says: https://argo-cd.readthedocs.io/en/stable/user-guide/sync_windows/.
 * `spec` is the application's, `name` its name as far as that is known.
 */
export function windowsOf(
  object: KubernetesObject,
  spec: DataNode,
  name: string | undefined,
  projects: ObjectIndex,
): Windows {
  const project = textFact(spec.get('project'), 'default');
  if (typeof project.value !== 'string') return { windowed: project as Fact<never>, windows: [] };
  const found = nearest(object, projects, referenceKey(undefined, 'AppProject', project.value));
  if (!found)
    return {
      windowed: unknown(`the AppProject ${project.value} is not among the files`, project.at),
      windows: [],
    };
  const all = found.root.get('spec', 'syncWindows');
  const held = all.items().map((window) => ({ window, applies: applies(window, spec, name) }));
  const open = held.find((one) => one.applies === undefined);
  if (open)
    return {
      windowed: unknown(
        'whether the window is about this application depends on its name',
        open.window.header,
      ),
      windows: [],
    };
  const windows = held.filter((one) => one.applies).map(({ window }) => windowFacts(window));
  return { windowed: known(windows.length > 0, (windows[0]?.schedule ?? project).at), windows };
}

function windowFacts(window: DataNode): SyncWindowFacts {
  const duration = window.get('duration');
  const hours = durationHours(duration.text ?? '');
  return {
    allows: known(window.get('kind').text !== 'deny', window.get('kind').at),
    schedule: textFact(window.get('schedule'), ''),
    hours:
      hours === undefined
        ? unknown(`its duration is ${duration.text ?? 'not a text'}`, duration.at)
        : known(hours, duration.at),
  };
}

/** One list that fits is enough, unless the window asks for all; undefined where a name is not known. */
function applies(window: DataNode, spec: DataNode, name: string | undefined): boolean | undefined {
  const destination = spec.get('destination');
  const asked: readonly (readonly [list: string, names: readonly (string | undefined)[]])[] = [
    ['applications', [name]],
    ['namespaces', [destination.get('namespace').text]],
    [
      'clusters',
      [destination.get('server').text ?? destination.get('name').text, destination.get('name').text],
    ],
  ];
  const answers = asked
    .filter(([list]) => window.get(list).items().length > 0)
    .map(([list, names]) => fitsAny(window.get(list).texts(), names));
  const every = window.get('andOperator').value === true;
  if (answers.includes(!every)) return !every;
  return answers.includes(undefined) ? undefined : every && answers.length > 0;
}

function fitsAny(
  patterns: readonly string[],
  [first, ...others]: readonly (string | undefined)[],
): boolean | undefined {
  if (patterns.includes('*')) return true;
  if (first === undefined || first.includes('{{')) return undefined;
  return patterns.some((pattern) =>
    [first, ...others].some((name) => name !== undefined && fitsText(pattern, name, '?')),
  );
}
