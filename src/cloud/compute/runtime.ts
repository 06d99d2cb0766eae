import type { Fact, SubjectOf } from '../../model/index.ts';
import { derive } from '../resource/logic.ts';
import { nothing, partsOn, text, type Part } from '../resource/part.ts';
import { resourcesIn, type Row } from '../resource/rows.ts';
import type { Stack } from '../resource/stack.ts';
import table from './runtimes.json' with { type: 'json' };

interface RuntimeRow extends Row {
  /** The blocks around it. */
  readonly on: readonly string[];
  /** The attribute that names language and version, `python3.9`. */
  readonly runtime?: string;
  /** Attributes that have the version of one language each. */
  readonly languages?: Readonly<Record<string, string>>;
}

const ROWS: readonly RuntimeRow[] = table;
/** `nodejs18.x`, `python39`, `dotnetcore3.1`, `java8.al2`; `go1.x` and `provided` have no version that ends by itself. */
const NAME = /^(nodejs|python|dotnet|ruby|php|java)(?:core)?(\d[\d.]*)/;

/** What runs the code of functions and web apps. */
export function runtimes(stack: Stack): readonly SubjectOf<'runtime'>[] {
  return resourcesIn(stack, ROWS).map(({ resource, row, provider }) =>
    stack.subject('runtime', resource, { provider, version: versionOf(resource, row) }),
  );
}

function versionOf(resource: Part, { on, runtime, languages = {} }: RuntimeRow): Fact<string | null> {
  for (const part of partsOn(resource, on)) {
    const named = runtime === undefined ? undefined : text(part, runtime);
    if (named) return derive(named, ofName);
    for (const [attribute, language] of Object.entries(languages)) {
      const version = text(part, attribute);
      if (version) return derive(version, (written) => `${language} ${short(language, written)}`);
    }
  }
  return nothing(resource);
}

function ofName(name: string): string | null {
  const [, language, digits = ''] = NAME.exec(name) ?? [];
  if (language === undefined) return null;
  // Google leaves the point out: python39, php82.
  const dotted = /^\d{2,}$/.test(digits) && /python|php|ruby/.test(language);
  return `${language} ${short(language, dotted ? `${digits.charAt(0)}.${digits.slice(1)}` : digits)}`;
}

/** Node.js, .NET and Java are known by their first number, the others by two; .NET Core had two. */
function short(language: string, version: string): string {
  const [first = '', second] = version.replace(/^[v~]/, '').split('.');
  const isOne = ['nodejs', 'java'].includes(language) || (language === 'dotnet' && Number(first) > 3);
  return isOne || second === undefined || second === '' ? first : `${first}.${second}`;
}
