import { commandName, type ShellCommand } from '../../../syntax/shell/index.ts';
import table from './runs-code.json' with { type: 'json' };

/** What stands before a path of the workspace when it is written as a whole. */
const WORKSPACE = /^\$(?:\{?GITHUB_WORKSPACE\}?|\{\{ ?github\.workspace ?\}\})\/?/;
/** Options of helm that take no value of their own. */
const SWITCHES =
  /^(?:-i|--(?:install|atomic|wait|wait-for-jobs|force|debug|create-namespace|dependency-update|cleanup-on-fail|devel|reset-values|reuse-values|reset-then-reuse-values|skip-crds|verify|no-hooks|rollback-on-failure|generate-name))$/;
/** Folders in which charts are kept: `charts/shop` may be a chart of a repository `charts`, and hardly is. */
const CHARTS = /^(?:charts?|deploy|deployments?|helm|infra|k8s|kubernetes|ops)\//;

/**
 * Does a command deploy what files of the workspace say: a chart, manifests, a playbook? Who writes these says what runs
 * where they are deployed, and some run code at once. Gives the command's name and what it does.
 */
export function deploysFiles([first = '', ...rest]: readonly string[]): string | undefined {
  const name = commandName(first);
  const reader = table.readers.find(({ command }) => command === name);
  if (!reader || rest.some((word) => /^--(?:dry-run(?!=none$)|check$|help$|version$)/.test(word)))
    return undefined;
  const { does, options } = reader as {
    readonly does: readonly string[];
    readonly options: readonly string[];
  };
  const at = does.length === 0 ? -1 : rest.findIndex((word) => does.includes(word));
  if (does.length > 0 && at < 0) return undefined;
  const said = [name, rest[Math.max(at, 0)]].join(' ');
  if (options.length === 0) return said;
  const given = valuesOf(rest, options);
  if (given.some(isOfWorkspace) || (name === 'helm' && isOwnChart(rest.slice(at + 1)))) return said;
  return undefined;
}

/** Commands that give out, as manifests, what files say. */
const MAKERS: Readonly<Record<string, (words: readonly string[]) => boolean>> = {
  cat: (words) => words.some(isOfWorkspace),
  sed: (words) => words.slice(1).some(isOfWorkspace),
  helm: ([first, ...rest]) => first === 'template' && isOwnChart(rest),
  kubectl: ([first, folder = '']) => first === 'kustomize' && isOfWorkspace(folder),
  kustomize: ([first, folder = '.']) => first === 'build' && isOfWorkspace(folder),
};

/** Does one command hand files of the workspace to the next, which deploys what it is given: `kustomize build | kubectl apply -f -`? */
export function deploysPiped(
  { words, redirects, pipedInto }: ShellCommand,
  next: ShellCommand | undefined,
): string | undefined {
  if (pipedInto === undefined || !next) return undefined;
  const [taker = '', does = '', ...given] = next.words
    .map(({ text }) => text)
    .filter((text) => !/^-[nA]$/.test(text));
  const isTaken =
    commandName(taker) === 'kubectl' &&
    ['apply', 'create', 'replace'].includes(does) &&
    valuesOf(given, ['-f', '--filename']).includes('-') &&
    !given.some((word) => /^--dry-run(?!=none$)/.test(word));
  if (!isTaken) return undefined;
  const [name = '', ...rest] = words.map(({ text }) => text);
  const key = commandName(name);
  const fed = redirects.some(({ operator, target }) => operator === '<' && isOfWorkspace(target));
  const makes = Object.hasOwn(MAKERS, key) && MAKERS[key]?.(rest) === true;
  return fed || makes ? `kubectl ${does}` : undefined;
}

/** The values of options: `-f a`, `--values=a`, and several in one. */
function valuesOf(words: readonly string[], options: readonly string[]): readonly string[] {
  return words.flatMap((word, index) => {
    if (options.includes(word)) return (words[index + 1] ?? '').split(',');
    const equals = word.indexOf('=');
    return equals > 0 && options.includes(word.slice(0, equals)) ? word.slice(equals + 1).split(',') : [];
  });
}

function isOfWorkspace(path: string): boolean {
  const within = path.replace(WORKSPACE, './');
  return within !== '' && !/^[-/~$<]|^[a-z][\w+.-]*:\/\//i.test(within);
}

/** The second operand after `upgrade` and `install` is the chart: a folder, or a name of a repository of charts. */
function isOwnChart(words: readonly string[]): boolean {
  if (words.some((word) => /^--repo(?:=|$)/.test(word))) return false;
  const operands = words.filter((word, index) => {
    const before = words[index - 1] ?? '';
    return (
      !word.startsWith('-') && (!before.startsWith('-') || before.includes('=') || SWITCHES.test(before))
    );
  });
  const chart = operands[words.includes('--generate-name') ? 0 : 1];
  if (chart === undefined || !isOfWorkspace(chart)) return false;
  const within = chart.replace(WORKSPACE, './');
  return !within.includes('/') || /^\.|\/$|\.tgz$/.test(within) || CHARTS.test(within);
}
