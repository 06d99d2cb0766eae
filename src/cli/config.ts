import { readText } from '../discover/index.ts';
import { mistakes } from '../errors/index.ts';
import type { Host } from '../io/index.ts';
import type { Severity } from '../policy/index.ts';
import { validate } from '../schema/index.ts';
import type { DataDocument } from '../syntax/data/index.ts';
import type { Waiver } from '../waivers/index.ts';

export const CONFIG_NAMES = ['planproof.yaml', 'planproof.yml'] as const;

/** A planproof.yaml as its schema (planproof.schema.json) describes it. */
export interface Config {
  readonly plan?: string;
  readonly paths?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly environment?: string;
  readonly varFiles?: readonly string[];
  readonly envVars?: boolean;
  readonly policies?: readonly string[];
  readonly rules?: readonly string[];
  readonly skipRules?: readonly string[];
  readonly minSeverity?: Severity;
  readonly failOn?: Severity;
  readonly ignoreUnknown?: boolean;
  readonly output?: readonly string[];
  readonly waivers?: readonly ConfigWaiver[];
}

interface ConfigWaiver {
  readonly rules: readonly string[];
  readonly paths?: readonly string[];
  readonly subjects?: readonly string[];
  readonly environment?: string;
  readonly reason: string;
  readonly approver: string;
  readonly until: string;
}

export interface LoadedConfig {
  readonly config: Config;
  readonly waivers: readonly Waiver[];
}

/** Reads the named configuration, or the one in the root if there is one. */
export async function loadConfig(host: Host, named: string | undefined): Promise<LoadedConfig> {
  const path = named ?? CONFIG_NAMES.find((name) => host.kindOf(name) === 'file');
  if (path === undefined) return { config: {}, waivers: [] };
  if (host.kindOf(path) !== 'file') throw mistakes.configNotFound(path);
  const text = readText(host, path);
  if (!text.ok) throw mistakes.configInvalid(path, [text.diagnostic]);
  const [{ parseYaml }, { default: validator }] = await Promise.all([
    import('../syntax/yaml/index.ts'),
    import('../schema/generated/planproof.js'),
  ]);
  const { documents, diagnostics } = parseYaml(text.file);
  const [document] = documents;
  if (!document || document.value === null) {
    if (diagnostics.some(({ level }) => level === 'error')) throw mistakes.configInvalid(path, diagnostics);
    return { config: {}, waivers: [] };
  }
  const problems = [...diagnostics, ...validate(document, validator, { what: 'configuration' })];
  if (problems.some(({ level }) => level === 'error')) throw mistakes.configInvalid(path, problems);
  // The schema has just vouched for the shape.
  const config = document.value as Config;
  return {
    config,
    waivers: (config.waivers ?? []).map((waiver, index) => waiverOf(document, waiver, index)),
  };
}

function waiverOf(document: DataDocument, waiver: ConfigWaiver, index: number): Waiver {
  const { rules, reason, approver, until, paths, subjects, environment } = waiver;
  return {
    kind: 'file',
    rules,
    reason,
    approver,
    until,
    location: document.locate(['waivers', index]),
    scope: {
      ...(paths && { paths }),
      ...(subjects && { subjects }),
      ...(environment !== undefined && { environment }),
    },
  };
}
