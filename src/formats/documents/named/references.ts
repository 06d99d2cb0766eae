import { readCommandLine, type CommandLine } from '../../../delivery/index.ts';
import { known, unknown, type DocumentReferenceFacts, type Fact } from '../../../model/index.ts';
import type { Location } from '../../../source/index.ts';
import type { ProseDocument } from '../../../syntax/prose/index.ts';
import type { FormatContext } from '../../format.ts';
import { directoryOf } from '../../paths.ts';
import { FileFinder } from './files.ts';
import { clusterReferences } from './cluster.ts';
import { labelledIn, plainText } from '../text/labels.ts';
import { isPlaceholder } from './name.ts';
import type { DocumentCommand } from './shell.ts';

type Reference = DocumentReferenceFacts;

/** Things of the files that a document's commands and text name, each once. */
export function referencesOf(
  document: ProseDocument,
  commands: readonly DocumentCommand[],
  context: FormatContext,
): readonly Reference[] {
  const finder = new FileFinder(directoryOf(document.file.path), commands, context);
  const found = [
    ...commands.flatMap((command) => {
      const line = readCommandLine(command.words);
      return [
        ...filesIn(line, command).map((path) =>
          reference('file', path, command.at, finder.file(path, command)),
        ),
        ...targetsIn(line).map((name) => reference('target', name, command.at, finder.target(line, command))),
        ...workflowsIn(command).map((name) => reference('workflow', name, command.at, finder.workflow(name))),
        ...clusterReferences(line, command.at),
      ];
    }),
    ...document.codeSpans
      .filter(({ text }) => isPath(text))
      .map(({ text, location }) => reference('file', text, location, finder.mentioned(text))),
    ...alertsIn(document),
    ...dashboardsIn(document),
  ];
  const seen = new Set<string>();
  return found.filter(({ type, name, of }) => {
    const key = JSON.stringify([type, name.value, of]);
    return !seen.has(key) && seen.add(key);
  });
}

function reference(type: Reference['type'], name: string, at: Location, found: boolean | string): Reference {
  const fact: Fact<boolean> = typeof found === 'string' ? unknown(found, at) : known(found, at);
  return { type, name: known(name, at), of: null, found: fact };
}

const FILE_OPTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['kubectl', ['-f', '--filename', '-k', '--kustomize']],
  ['oc', ['-f', '--filename', '-k', '--kustomize']],
  ['helm', ['-f', '--values']],
  ['ansible-playbook', ['-i', '--inventory']],
  ['docker', ['-f', '--file']],
  ['docker-compose', ['-f', '--file']],
]);
const INTERPRETERS = new Set([
  'bash',
  'sh',
  'zsh',
  'python',
  'python3',
  'node',
  'ruby',
  'pwsh',
  'source',
  '.',
]);
const SCRIPT = /\.(?:sh|bash|py|rb|js|mjs|ts|ps1)$/;

function filesIn(line: CommandLine, { words }: DocumentCommand): readonly string[] {
  const [first = '', second = ''] = words;
  const found = (FILE_OPTIONS.get(line.name) ?? []).flatMap((option) => line.values(option));
  if (/^[\w./-]+$/.test(first) && first.includes('/') && SCRIPT.test(first)) found.push(first);
  if (INTERPRETERS.has(first) && SCRIPT.test(second)) found.push(second);
  if (line.name === 'ansible-playbook') found.push(...line.words.filter((word) => /\.ya?ml$/.test(word)));
  if (line.name === 'terraform' || line.name === 'tofu' || line.name === 'terragrunt')
    found.push(...words.flatMap((word) => /^--?(?:chdir|var-file)=(.+)$/.exec(word)?.[1] ?? []));
  if (line.name === 'helm') found.push(...line.words.filter((word) => /^\.{1,2}\//.test(word)));
  return found.filter(
    (path) => path !== '' && !path.startsWith('/') && !path.startsWith('~') && !isPlaceholder(path),
  );
}

/** `make rollback`, `npm run smoke`. */
function targetsIn(line: CommandLine): readonly string[] {
  const [first, second] = line.words;
  if (line.name === 'make')
    return line.words
      .filter((word) => /^[\w.-]+$/.test(word))
      .map((word) => `make ${word}`)
      .slice(0, 1);
  const runs = first === 'run' && second !== undefined && /^[\w:.-]+$/.test(second);
  return runs && /^(?:npm|pnpm|yarn)$/.test(line.name) ? [`${line.name} run ${second}`] : [];
}

function workflowsIn({ words }: DocumentCommand): readonly string[] {
  if (words[0] !== 'gh' || valuesOf(words, ['-R', '--repo']).length > 0) return [];
  const [, group, verb, name] = words;
  const named = group === 'workflow' && verb !== 'list' && name !== undefined ? [name] : [];
  const stated = group === 'run' ? valuesOf(words, ['-w', '--workflow']) : [];
  return [...named, ...stated].filter((each) => /^[\w./-]+\.ya?ml$/.test(each));
}

function valuesOf(words: readonly string[], options: readonly string[]): readonly string[] {
  return words.flatMap((word, i) => {
    if (options.includes(word)) return words[i + 1] ?? [];
    return options.flatMap((option) => (word.startsWith(`${option}=`) ? word.slice(option.length + 1) : []));
  });
}

/** Code in a sentence that is the path of a file: with folders, and an ending that configurations and scripts have. */
function isPath(text: string): boolean {
  return (
    /^(?:\.\/)?[\w.-]+(?:\/[\w.-]+)+\.(?:ya?ml|tf|tfvars|json|sh|py|md|adoc|rst|toml|rego|groovy)$/.test(
      text,
    ) && !isPlaceholder(text)
  );
}

const ALERT_LABEL = /^alerts?(?: ?names?)?$|^triggered by$/;

function alertsIn(document: ProseDocument): readonly Reference[] {
  return labelledIn(document)
    .filter(({ label }) => ALERT_LABEL.test(label))
    .flatMap(({ value }) =>
      plainText(value.text)
        .split(/\s*(?:,|;|\band\b)\s*/)
        .map((name) => name.replace(/\.$/, ''))
        // One word of several parts is a name; what is written in small letters is a sentence.
        .filter((name) => /^[A-Z][A-Za-z0-9]*[a-z][A-Z][\w:-]*$/.test(name) && !isPlaceholder(name))
        .map((name) => ({
          type: 'alert' as const,
          name: known(name, value.location),
          of: null,
          found: unknown('alerts were not held against the document', value.location),
        })),
    );
}

/** `https://grafana.example.com/d/abc123/checkout?orgId=1` leads to the dashboard `abc123`, called "Checkout". */
function dashboardsIn({ links }: ProseDocument): readonly Reference[] {
  return links.flatMap(({ target, location }): Reference[] => {
    const [, uid, slug] =
      /^https?:\/\/[^/?#\s]{1,200}\/(?:[^?#\s]{0,200}\/)?d\/([\w-]{1,80})(?:\/([\w-]{1,200}))?(?:[?#].*)?$/.exec(
        target,
      ) ?? [];
    if (uid === undefined || isPlaceholder(uid)) return [];
    const found = unknown('dashboards were not held against the document', location);
    return [{ type: 'dashboard', name: known(uid, location), of: slug ?? null, found }];
  });
}
