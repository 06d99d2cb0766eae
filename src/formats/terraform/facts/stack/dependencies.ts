import { byDefault, derive, text, textOf, wayTo, type Part } from '../../../../cloud/index.ts';
import { known, unknown, valueOf, type Fact, type SubjectOf } from '../../../../model/index.ts';
import type { FormatContext } from '../../../format.ts';
import type { EvaluatedBlock, EvaluatedModuleCall } from '../../evaluate/index.ts';
import { blockPart, type TerraformStack } from '../../terraform-stack.ts';
import { isExample } from './state-backend.ts';
import { isFixedRef, isOpenEnded, moduleSource } from './versions.ts';

const LOCK_FILE = '.terraform.lock.hcl';

/** What the root requires and calls of others, each once however often it is made. */
export function codeDependencies(
  stack: TerraformStack,
  context: FormatContext,
): readonly SubjectOf<'code-dependency'>[] {
  if (stack.module.isPlan || isExample(stack)) return [];
  const providers = stack.module.terraformBlocks
    .flatMap(({ blocks }) => blocks)
    .filter(({ type }) => type === 'required_providers')
    .flatMap((block) => requiredProviders(stack, block, context));
  const calls = new Map<string, EvaluatedModuleCall>();
  for (const call of stack.module.moduleCalls) {
    const { file, span } = call.location;
    // What a downloaded module calls is up to those who publish it.
    if (!/(?:^|\/)\.terraform\/modules(?:\/|$)/.test(call.directory))
      calls.set(`${file.path}:${span.start}`, call);
  }
  return [...providers, ...[...calls.values()].flatMap((call) => moduleCall(stack, call))];
}

function requiredProviders(
  stack: TerraformStack,
  block: EvaluatedBlock,
  context: FormatContext,
): readonly SubjectOf<'code-dependency'>[] {
  const required = blockPart(block);
  return required.names().flatMap((name) => {
    const [stated] = required.parts(name);
    const part: Part = stated ?? { ...required, at: block.attributeLocations.get(name) ?? required.at };
    const source = (stated && text(stated, 'source')) ?? byDefault(`hashicorp/${name}`, part);
    if (source.value === 'terraform.io/builtin/terraform') return [];
    // Before version 0.13 the constraint stood in the place of the whole.
    const constraint = stated ? text(stated, 'version') : text(required, name);
    const version: Fact<string | null> = constraint ?? byDefault(null, part);
    const locked = isLocked(stack, source, context);
    const subject = stack.subject(
      'code-dependency',
      { address: `provider.${name}`, at: part.at },
      { type: 'provider', source, version, pinned: providerPinned(stack, version, locked), locked },
    );
    return [{ ...subject, name: `Provider ${name}` }];
  });
}

function isLocked(stack: TerraformStack, source: Fact<string>, context: FormatContext): boolean {
  const { directory } = stack.module;
  const lock = context.readText(directory === '' ? LOCK_FILE : `${directory}/${LOCK_FILE}`);
  const lines = lock?.split('\n') ?? [];
  return lines.some((line) => {
    const locked = /^provider "([^"]+)"/.exec(line)?.[1];
    return locked !== undefined && `/${locked}`.endsWith(`/${valueOf(source) ?? ''}`);
  });
}

function providerPinned(
  stack: TerraformStack,
  version: Fact<string | null>,
  locked: boolean,
): Fact<boolean | null> {
  const { directory, providers, terraformBlocks } = stack.module;
  if (locked) return { ...version, value: true };
  const pinned = derive(version, (constraint) => constraint !== null && !isOpenEnded(constraint));
  const isRoot =
    providers.length > 0 ||
    stack.path !== directory ||
    terraformBlocks.some(({ blocks }) => blocks.some(({ type }) => type === 'backend' || type === 'cloud'));
  if (pinned.value !== false || isRoot) return pinned;
  // A module leaves the upper bound to those who call it.
  return { ...pinned, value: null };
}

function moduleCall(
  stack: TerraformStack,
  call: EvaluatedModuleCall,
): readonly SubjectOf<'code-dependency'>[] {
  const written = textOf(call.source);
  const from = written === undefined ? undefined : moduleSource(written);
  if (written === undefined || !from) return [];
  const part = { at: call.location, related: [] };
  const source = known(written, call.source.at, wayTo(call.source, part));
  const version: Fact<string | null> =
    from.from === 'git' ? { ...source, value: from.ref ?? null } : constraintOf(call);
  const pinned =
    from.from === 'git' ? refPinned(version) : derive(version, (text) => text !== null && !isOpenEnded(text));
  const address = call.address.replace(/\[[^\]]*\]/g, '');
  const subject = stack.subject(
    'code-dependency',
    { address, at: call.location },
    { type: 'module', source, version, pinned, locked: false },
  );
  return [subject];
}

function constraintOf({ version, location }: EvaluatedModuleCall): Fact<string | null> {
  if (!version || version.kind === 'null') return known(null, location);
  const related = wayTo(version, { related: [] });
  const text = textOf(version);
  if (text !== undefined) return known(text, version.at, related);
  return unknown(version.kind === 'unknown' ? version.reason : 'the version is no text', version.at, related);
}

function refPinned(version: Fact<string | null>): Fact<boolean> {
  const ref = version.value;
  if (typeof ref !== 'string') return { ...version, value: false };
  const fixed = isFixedRef(ref);
  return fixed === undefined
    ? unknown(`the name ${ref} does not tell whether it is a branch or a tag`, version.at, version.related)
    : { ...version, value: fixed };
}
