import type { SubjectOf } from '../../../../model/index.ts';
import { takesSecret } from '../../../../secrets/index.ts';
import { credentials, valueParts, type Holder, type Part, type Value } from '../../../../cloud/index.ts';
import { blockPart, TerraformStack } from '../../terraform-stack.ts';

/** What takes secrets: resources, providers, backends, modules that are not among the files, and variables. */
export function stackCredentials(planned: TerraformStack): readonly SubjectOf<'credential'>[] {
  const stack = written(planned);
  if (!stack) return [];
  const { providers, terraformBlocks, moduleCalls } = stack.module;
  const backends = terraformBlocks.flatMap(({ blocks }) => blocks).filter(({ type }) => type === 'backend');
  const blocks = [...providers, ...backends].map((block) => ({
    address: [block.type, ...block.labels].join('.'),
    part: blockPart(block),
  }));
  const calls = moduleCalls
    .filter(({ resolved }) => resolved === undefined)
    .flatMap((call) => holdersOf(call.address, call.arguments, call.location));
  return credentials(stack, [...blocks, ...calls, ...variables(stack)]);
}

/** Secrets that were given when a plan was made, or are given by the process' environment, are not in the code. */
function written(stack: TerraformStack): TerraformStack | undefined {
  const { isPlan, code } = stack.module;
  if (isPlan) return undefined;
  return code ? new TerraformStack(code, stack.path, stack.environment) : stack;
}

/** Variables of the root that are called like secrets, even where nothing that is known here takes them. */
function variables(stack: TerraformStack): readonly Holder[] {
  return [...stack.module.variables.values()]
    .filter(({ name, given }) => takesSecret(name) && (given === 'default' || given === 'file'))
    .flatMap(({ name, value, location }) => holdersOf('the variables', new Map([[name, value]]), location));
}

function holdersOf(address: string, entries: ReadonlyMap<string, Value>, at: Part['at']): readonly Holder[] {
  return valueParts({ kind: 'object', entries, at, chain: [] }, []).map((part) => ({ address, part }));
}
