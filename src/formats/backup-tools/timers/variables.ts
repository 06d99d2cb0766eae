import type { DataNode } from '../../data-node.ts';
import type { FormatContext } from '../../format.ts';
import { baseName, directoryOf, joinedPath } from '../../paths.ts';

const MAX_FILE = 100_000;

/** Variables of a service: what it sets, and what its files beside it set. */
export function variablesOf(
  section: DataNode,
  path: string,
  context: FormatContext,
): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const text of section.get('Environment').oneOrMoreTexts())
    for (const [, quoted, plain] of text.matchAll(/"([^"]{0,1000})"|(\S{1,1000})/g))
      set(variables, quoted ?? plain ?? '');
  for (const named of section.get('EnvironmentFile').oneOrMoreTexts()) {
    const place = joinedPath(directoryOf(path), baseName(named));
    const text = place === undefined ? undefined : context.readText(place);
    if (text !== undefined && text.length <= MAX_FILE)
      for (const line of text.split('\n')) if (!/^\s*#/.test(line)) set(variables, line.trim());
  }
  return variables;
}

function set(variables: Map<string, string>, text: string): void {
  const [, name, value = ''] = /^(?:export\s+)?([A-Za-z_]\w{0,100})=(.*)$/.exec(text) ?? [];
  if (name !== undefined) variables.set(name, unquoted(value));
}

/** Without the quotes around it. */
export function unquoted(text: string): string {
  return /^(["'])(.*)\1$/.exec(text.trim())?.[2] ?? text.trim();
}
