import { parseShell } from '../syntax/shell/index.ts';
import { bringsBack, programName, type Line } from './words.ts';

const ENGINES = /^(?:docker|podman|nerdctl|docker-compose|podman-compose|kubectl|oc)$/;
/** Options of `exec` and `run` whose value follows as a word of its own. */
const VALUED =
  /^(?:-[enuwvlcpf]|--(?:env|env-file|user|workdir|name|network|volume|mount|namespace|container|context|kubeconfig|entrypoint|file|project-name|index|platform|link))$/;
const SHELL = /^(?:ba|da|a)?sh$/;

/** A command that runs in a container, and what that container is called. */
export interface Inside {
  readonly line: Line;
  /** Of `docker exec db pg_dump …`, `docker compose exec -T db …`, `kubectl exec db-0 -- …`; not of an image. */
  readonly container: string | undefined;
}

/** What commands run, those that engines of containers are given taken out of them. */
export function insideContainers(lines: readonly Line[]): readonly Inside[] {
  return lines.flatMap((line) => insideOf(line) ?? [{ line, container: undefined }]);
}

/** Does it bring a copy back? */
export function restores(line: Line): boolean {
  return insideContainers([line]).some((inside) => bringsBack(inside.line));
}

function insideOf({ words, redirects }: Line): readonly Inside[] | undefined {
  if (!ENGINES.test(programName(words[0] ?? ''))) return undefined;
  const verb = words.findIndex((word) => word === 'exec' || word === 'run');
  if (verb < 1) return undefined;
  const at = afterOptions(words, verb + 1);
  const [target = ''] = words.slice(at);
  const start = words[at + 1] === '--' ? at + 2 : afterOptions(words, at + 1);
  const command = words.slice(words[start] === '--' ? start + 1 : start);
  const named = words[verb] === 'exec' || words.includes('compose') || (words[0] ?? '').endsWith('-compose');
  const container = named
    ? target.replace(/^(?:pods?|deploy(?:ment)?|sts|statefulset|svc)\//, '').replace(/-\d+$/, '')
    : undefined;
  const script = SHELL.test(programName(command[0] ?? ''))
    ? command.find((word) => /\s/.test(word))
    : undefined;
  if (script === undefined) return [{ line: { words: command, redirects }, container }];
  return parseShell(script).commands.map((one, index, all) => ({
    line: {
      words: one.words.map(({ text }) => text),
      redirects: [...one.redirects, ...(index === all.length - 1 ? redirects : [])],
    },
    container,
  }));
}

function afterOptions(words: readonly string[], from: number): number {
  let at = from;
  while (words[at]?.startsWith('-') === true && words[at] !== '--')
    at += VALUED.test(words[at] ?? '') ? 2 : 1;
  return at;
}
