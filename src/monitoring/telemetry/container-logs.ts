import { fits, fitsText } from '../../syntax/wildcard/index.ts';

/** What runs somewhere, and whose output ends up in a file of the machine. */
export interface LoggedWorkload {
  readonly name: string;
  /** Undefined where the files do not tell it. */
  readonly namespace: string | undefined;
  readonly container: string;
}

/** Are its lines taken in, left out by name, or is nothing said of them? */
export type LogsTaken = 'taken' | 'left-out' | undefined;

/** Patterns that a setting lists, as Fluent Bit and Fluentd write them. */
export function patternsOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').flatMap((part) => part.trim() || []);
}

/** Patterns that are compared, and how long each may be; people write a few short ones. */
const MOST = 200;
const LONGEST = 300;

/**
 * What patterns of files say of a workload's output. The kubelet keeps that of a container in
 * `/var/log/pods/<namespace>_<pod>_<uid>/<container>/<n>.log`, to which `/var/log/containers/<pod>_<namespace>_<container>-<id>.log`
 * leads (Kubernetes, "Logging architecture", log location); Docker in `/var/lib/docker/containers/<id>/<id>-json.log`.
 */
export function logsTaken(patterns: readonly string[], workload: LoggedWorkload): LogsTaken {
  if (patterns.length > MOST) return undefined;
  const paths = pathsOf(workload);
  const wanted = patterns.filter((pattern) => !pattern.startsWith('!'));
  const unwanted = patterns.flatMap((pattern) => (pattern.startsWith('!') ? pattern.slice(1) : []));
  if ([...wanted, ...unwanted].some(isOpen)) return undefined;
  const matches = (list: readonly string[]): boolean =>
    list.some((pattern) => paths.some((path) => matchesPath(pattern, path)));
  if (!wanted.some((pattern) => DIRECTORY.test(pattern))) return undefined;
  const [taken, refused] = [matches(wanted), matches(unwanted)];
  if (workload.namespace === undefined && (!taken || unwanted.length > 0)) return undefined;
  return taken && !refused ? 'taken' : 'left-out';
}

/** Can one who sees these folders of the machine read what containers write? */
export function seesContainerLogs(folders: readonly string[]): boolean {
  return folders.some((folder) =>
    DIRECTORIES.some((one) => `${one}/`.startsWith(folder.replace(/\/*$/, '/'))),
  );
}

const DIRECTORIES = ['/var/log/containers', '/var/log/pods', '/var/lib/docker/containers'];
const DIRECTORY = /^\/var\/(?:log\/(?:containers|pods)|lib\/docker\/containers)\//;

/** Filled in later, or with signs that each program reads in its own way. */
function isOpen(pattern: string): boolean {
  return pattern.length > LONGEST || /[$%{}[\]?#()|]/.test(pattern);
}

/** Ids as pods, containers and replicas have them. */
const [ID, UID, SUFFIX] = ['0123456789abcdef', '00000000-0000-0000-0000-000000000000', '5d4f8c7b9-x2x4z'];

function pathsOf({ name, namespace = '?', container }: LoggedWorkload): readonly string[] {
  const pod = `${name}-${SUFFIX}`;
  return [
    `/var/log/containers/${pod}_${namespace}_${container}-${ID}.log`,
    `/var/log/pods/${namespace}_${pod}_${UID}/${container}/0.log`,
    `/var/lib/docker/containers/${ID}/${ID}-json.log`,
  ];
}

/** `*` stands for anything within a name, `**` for any folders. */
function matchesPath(pattern: string, path: string): boolean {
  return fits(pattern.split('/'), path.split('/'), '**', (wanted, name) => fitsText(wanted, name));
}
