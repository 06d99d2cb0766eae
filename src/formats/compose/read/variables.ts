import { known, unknown, type Fact } from '../../../model/index.ts';
import { interpolate, type Interpolated, type Lookup } from '../../../syntax/variables/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { FormatContext } from '../../format.ts';
import { readEnvFile, type EnvEntry, type EnvFile } from './env-file.ts';

/** What the `.env` file beside a project gives its variables. */
export interface Variables {
  readonly envFile: EnvFile | undefined;
  readonly lookup: Lookup;
  /** A text with the values of its variables. */
  readonly fill: (text: string) => Interpolated;
  /** The entry of the `.env` file that a text takes its value from: the only variable of the text. */
  readonly sourceOf: (text: string) => EnvEntry | undefined;
}

const SINGLE = /^\$(?:([A-Z_]\w*)|\{([A-Z_]\w*)(?::?[-?][^${}]*)?\})$/i;

const absent = (name: string): string => `\`${name}\` has no default, and no value in \`.env\``;

/** @param above what a project that includes this one has for what the file does not set */
export function variablesOf(folder: string, context: FormatContext, above?: Variables): Variables {
  const path = folder === '' ? '.env' : `${folder}/.env`;
  const text = context.exists(path) ? context.readText(path) : undefined;
  const envFile = text === undefined ? undefined : readEnvFile(path, text);
  const values = valuesOf(envFile);
  const lookup: Lookup = (name) => values.get(name) ?? above?.lookup(name);
  return {
    envFile,
    lookup,
    fill: (written) => interpolate(written, lookup, absent),
    sourceOf: (written) => {
      const [, bare, braced] = SINGLE.exec(written) ?? [];
      return envFile?.entries.get(bare ?? braced ?? '') ?? above?.sourceOf(written);
    },
  };
}

/** Variables of an `.env` file are made of those before them. */
function valuesOf(envFile: EnvFile | undefined): ReadonlyMap<string, Interpolated> {
  const values = new Map<string, Interpolated>();
  for (const { name, value, literal } of envFile?.entries.values() ?? [])
    values.set(name, literal ? { text: value } : interpolate(value, (other) => values.get(other), absent));
  return values;
}

/** A scalar as a text, with the values of its variables. */
export function filled(node: DataNode, variables: Variables): Fact<string> {
  const written = node.text ?? node.written;
  if (written === undefined)
    return unknown(`${node.label} is ${node.isList ? 'a list' : 'a map'}, not a text`, node.at);
  const result = variables.fill(written);
  return 'missing' in result ? unknown(result.missing, node.at) : known(result.text, node.at);
}

/** Compose reads YAML 1.1's words for yes and no, too. */
const WORDS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  y: true,
  false: false,
  no: false,
  off: false,
  n: false,
};

export function booleanOf(node: DataNode, variables: Variables): Fact<boolean> {
  if (typeof node.value === 'boolean') return known(node.value, node.at);
  const text = filled(node, variables);
  if (typeof text.value !== 'string') return { value: text.value, ...(text.at && { at: text.at }) };
  const word = text.value.toLowerCase();
  return Object.hasOwn(WORDS, word)
    ? known(WORDS[word] === true, node.at)
    : unknown(`${node.label} is the text "${text.value.slice(0, 40)}", not true or false`, node.at);
}

export function numberOf(node: DataNode, variables: Variables): Fact<number> {
  if (typeof node.value === 'number') return known(node.value, node.at);
  const text = filled(node, variables);
  if (typeof text.value !== 'string') return { value: text.value, ...(text.at && { at: text.at }) };
  const number = /^\d{1,15}$/.test(text.value) ? Number(text.value) : undefined;
  return number === undefined
    ? unknown(`${node.label} is the text "${text.value.slice(0, 40)}", not a number`, node.at)
    : known(number, node.at);
}
