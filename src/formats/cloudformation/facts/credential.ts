import { credentials, valueParts, type Holder, type Value } from '../../../cloud/index.ts';
import { known, type Fact, type SubjectOf } from '../../../model/index.ts';
import { takesSecret } from '../../../secrets/index.ts';
import type { DataNode } from '../../data-node.ts';
import type { CloudFormationStack } from '../cloudformation-stack.ts';

/** A reference to Parameter Store's plain texts; its secure ones are `ssm-secure`. */
const PLAIN_TEXT = '{{resolve:ssm:';

/** What takes secrets: resources, and parameters that are called so. */
export function stackCredentials(stack: CloudFormationStack): readonly SubjectOf<'credential'>[] {
  const parameters = parametersOf(stack);
  return credentials(stack, namedSecrets(stack, parameters), (value) => shownBy(value, parameters));
}

interface Parameter {
  readonly name: string;
  readonly declaration: DataNode;
}

function parametersOf({ template }: CloudFormationStack): readonly Parameter[] {
  return template.root
    .get('Parameters')
    .entries()
    .map(([name, declaration]) => ({ name, declaration }));
}

function namedSecrets(
  { template }: CloudFormationStack,
  parameters: readonly Parameter[],
): readonly Holder[] {
  return parameters.flatMap(({ name, declaration }) => {
    const value = takesSecret(name) ? template.ref(name, declaration) : undefined;
    if (!value) return [];
    const entries = new Map([[name, { ...value, chain: [] }]]);
    const at = declaration.header;
    return valueParts({ kind: 'object', entries, at, chain: [] }, []).map((part) => ({
      address: 'the parameters',
      part,
    }));
  });
}

/** Values of parameters stand with the stack, where everyone who may look at it reads those that are not hidden. */
function shownBy(value: Value, parameters: readonly Parameter[]): Fact<boolean> | undefined {
  const { file, span } = value.at;
  if (value.sensitive) return undefined;
  if (file.text.slice(span.start, span.end).includes(PLAIN_TEXT)) return known(true, value.at, value.chain);
  const from = parameters.find(
    ({ declaration: { header, at } }) =>
      header.file === file &&
      ((header.span.start <= span.start && span.end <= header.span.end) ||
        (at.span.start <= span.start && span.end <= at.span.end)),
  );
  return from && known(true, from.declaration.header, value.chain);
}
