import { isUnknown, type Fact, type Subject } from '../../src/model/index.ts';
import { formatLocation, sourceFile } from '../../src/source/index.ts';
import { parseYaml } from '../../src/syntax/yaml/index.ts';
import type { FormatOf } from '../../src/formats/format.ts';

/** Runs a format of YAML files over files (path → text), as discovery would. */
export async function subjectsFrom(
  format: FormatOf<'data'>,
  files: Readonly<Record<string, string>>,
): Promise<readonly Subject[]> {
  const documents = Object.entries(files)
    .filter(([path]) => /\.ya?ml$/.test(path))
    .flatMap(([path, text]) => parseYaml(sourceFile(path, text)).documents)
    .filter((document) => format.detect(document));
  const { subjects } = await format.normalize(documents, {
    environmentOf: () => undefined,
    readText: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
    filesBelow: (folder) =>
      Object.keys(files).filter((path) => folder === '' || path.startsWith(`${folder}/`)),
    exists: (path) => Object.keys(files).some((file) => file === path || file.startsWith(`${path}/`)),
  });
  return subjects;
}

/** A fact as `value @line:column`, an unknown one as `? reason @line:column`. */
export function show(fact: Fact<unknown>): string {
  const { value, at } = fact;
  const text = isUnknown(value)
    ? `? ${value.unknown}`
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
  return at ? `${text} @${place(at)}` : text;
}

const place = (at: NonNullable<Fact<unknown>['at']>): string =>
  formatLocation(at).split(':').slice(1).join(':');

/** Subjects in full: `path: value @line:column`, with related places below. */
export function screen(subjects: readonly Subject[]): string {
  const lines: string[] = [];
  for (const { kind, id, name, environment, location, facts } of subjects) {
    lines.push(`${kind} ${id} (${name}${environment ? `, ${environment}` : ''}) ${formatLocation(location)}`);
    print(facts, '', lines);
    lines.push('');
  }
  return lines.join('\n');
}

function print(node: unknown, path: string, lines: string[]): void {
  if (typeof node !== 'object' || node === null) lines.push(`  ${path}: ${String(node)}`);
  else if (Object.hasOwn(node, 'value')) {
    const fact = node as Fact<unknown>;
    lines.push(`  ${path}: ${show({ value: fact.value })}${fact.at ? ` @${formatLocation(fact.at)}` : ''}`);
    for (const { location, message } of fact.related ?? [])
      lines.push(`    ${message}: ${formatLocation(location)}`);
  } else if (Array.isArray(node) && node.every((item) => typeof item === 'string')) {
    lines.push(`  ${path}: ${node.join(', ') || '(none)'}`);
  } else {
    for (const [key, value] of Object.entries(node)) print(value, path ? `${path}.${key}` : key, lines);
  }
}
