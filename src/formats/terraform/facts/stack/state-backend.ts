import {
  known,
  unknown,
  type Fact,
  type StateBackendFacts,
  type SubjectOf,
} from '../../../../model/index.ts';
import type { Location } from '../../../../source/index.ts';
import type { EvaluatedBlock } from '../../evaluate/index.ts';
import { anyTrue, bool, byDefault, derive, text, type Part } from '../../../../cloud/index.ts';
import { blockPart, type TerraformStack } from '../../terraform-stack.ts';
import { startOf } from './stack.ts';
import backends from './state-backends.json' with { type: 'json' };

/**
 * What a kind of backend does: always, as an attribute says (with what its absence means), or not told. S3 encrypts
 * every object by itself since January 2023, so only `encrypt = false` says otherwise.
 */
interface Backend {
  readonly encrypted: Setting;
  readonly locked: Setting;
  /** Without these the rest comes from `-backend-config`. */
  readonly required: readonly string[];
}

type Setting =
  | { readonly always: boolean }
  | { readonly switch: string; readonly absent: boolean }
  | { readonly given: readonly string[]; readonly switch?: string }
  | { readonly untold: string };

/** Where backends say which bucket or storage account they use. */
const STORES: Readonly<Record<string, string>> = {
  s3: 'bucket',
  gcs: 'bucket',
  azurerm: 'storage_account_name',
};

const BACKENDS: ReadonlyMap<string, Backend> = new Map<string, Backend>(Object.entries(backends));

/** Where the root module keeps its state. */
export function stateBackends(stack: TerraformStack): readonly SubjectOf<'state-backend'>[] {
  const stated = stack.module.terraformBlocks
    .flatMap(({ blocks }) => blocks)
    .find(({ type }) => type === 'backend' || type === 'cloud');
  if (stated) {
    return [named(stack, stated.location, factsOf(stated))];
  }
  if (stack.module.isPlan) return [];
  const at = startOf(stack);
  const makes =
    stack.module.resources.some(({ mode }) => mode === 'managed') || stack.module.moduleCalls.length > 0;
  if (!at || !makes || isExample(stack)) return [];
  return [named(stack, at, absent(stack, at))];
}

/**
 * An example or test of a module that is published beside it, by the usual folders: what it makes is thrown away. A
 * folder `environments/test` is no such.
 */
export function isExample({ module }: TerraformStack): boolean {
  const folder = /^(?:.*\/)?(?:examples?|tests)(?=\/)/.exec(module.directory)?.[0];
  if (folder === undefined) return false;
  return module.moduleCalls.some(
    ({ resolved }) => resolved !== undefined && !`${resolved}/`.startsWith(`${folder}/`),
  );
}

/** Terraform then keeps the state in a local file, unless the folder is a module for others, which configures neither. */
function absent(stack: TerraformStack, at: Part['at']): StateBackendFacts {
  if (stack.module.providers.length === 0 && stack.path === stack.module.directory) {
    const reason = 'neither a backend nor a provider is configured here, as in a module that others call';
    const fact = unknown(reason, at);
    return { type: fact, encrypted: fact, locked: fact, store: fact };
  }
  return {
    type: known('local', at),
    encrypted: known(false, at),
    locked: known(false, at),
    store: known(null, at),
  };
}

function factsOf(block: EvaluatedBlock): StateBackendFacts {
  const part = blockPart(block);
  const name = block.type === 'cloud' ? 'cloud' : (block.labels[0] ?? '');
  const type = byDefault(name, part);
  const backend = BACKENDS.get(name);
  if (!backend) {
    const reason = `what the backend ${name} does is not known here`;
    const fact = unknown(reason, part.at);
    return { type, encrypted: fact, locked: fact, store: known(null, part.at) };
  }
  const partial = backend.required.some((attribute) => part.get(attribute) === undefined);
  return {
    type,
    encrypted: settingOf(backend.encrypted, part, partial),
    locked: settingOf(backend.locked, part, partial),
    store: storeOf(name, part),
  };
}

/** What holds the state in a cloud: a bucket, or a storage account. */
function storeOf(name: string, part: Part): Fact<string | null> {
  const attribute = STORES[name];
  if (attribute === undefined) return byDefault(null, part);
  return text(part, attribute) ?? unknown('the backend is completed by -backend-config', part.at);
}

function settingOf(setting: Setting, part: Part, partial: boolean): Fact<boolean> {
  if ('always' in setting) return byDefault(setting.always, part);
  if ('untold' in setting) return unknown(setting.untold, part.at);
  const named = 'given' in setting ? setting.given.flatMap((name) => text(part, name) ?? []) : [];
  const stated = [
    ...named.map((fact) => derive(fact, (value) => value !== '')),
    ...(setting.switch === undefined ? [] : [bool(part, setting.switch) ?? []].flat()),
  ];
  const otherwise = 'absent' in setting ? byDefault(setting.absent, part) : byDefault(false, part);
  if (stated.length === 0 && partial) return unknown('the backend is completed by -backend-config', part.at);
  return anyTrue(stated, stated[0] ?? otherwise);
}

/** A backend has no name of its own: people know it by the folder whose state it keeps. */
function named(stack: TerraformStack, at: Location, facts: StateBackendFacts): SubjectOf<'state-backend'> {
  const subject = stack.subject('state-backend', { address: 'backend', at }, facts);
  return { ...subject, name: stack.path === '' ? 'the root module' : stack.path };
}
