import {
  known,
  unknown,
  valueOf,
  type CloudProvider,
  type Fact,
  type SubjectOf,
} from '../../../../model/index.ts';
import { partsOn, text, textList, type Part } from '../../../../cloud/index.ts';
import { blockPart, type TerraformStack } from '../../terraform-stack.ts';

const PROVIDERS: ReadonlyMap<string, CloudProvider> = new Map([
  ['aws', 'aws'],
  ['azurerm', 'azure'],
  ['google', 'gcp'],
  ['google-beta', 'gcp'],
]);
/** Attributes that name a subscription or project; AWS names its accounts otherwise. */
const NAMED: ReadonlyMap<CloudProvider, string> = new Map([
  ['azure', 'subscription_id'],
  ['gcp', 'project'],
]);
const ASSUMED = ['assume_role', 'assume_role_with_web_identity'];
/** The account in the name of a role, `arn:aws:iam::123456789012:role/deploy`. */
const ROLE = /^arn:[a-z-]{1,20}:iam::(\d{12}):role\//;

/**
 * The accounts that the providers of a stack name. What a provider under an alias names is for single resources, in
 * accounts that several environments often share, and is left out.
 */
export function accountBindings(stack: TerraformStack): readonly SubjectOf<'account-binding'>[] {
  const { providers } = stack.module;
  const google = providers.some(
    ({ labels, attributes }) => labels[0] === 'google' && !attributes.has('alias'),
  );
  return providers.flatMap((block) => {
    const name = block.labels[0] ?? '';
    // The one for previews nearly always says what the other says.
    if (google && name === 'google-beta') return [];
    const provider = PROVIDERS.get(name);
    const part = blockPart(block);
    if (provider === undefined || part.get('alias')) return [];
    const accounts = accountsOf(part, provider);
    if (!accounts) return [];
    const named = { address: `provider.${name}`, at: block.location };
    return [stack.subject('account-binding', named, { provider, accounts })];
  });
}

function accountsOf(part: Part, provider: CloudProvider): Fact<readonly string[]> | undefined {
  const attribute = NAMED.get(provider);
  if (attribute !== undefined) return asList(text(part, attribute));
  // The role decides where it works; what is allowed only keeps it from working elsewhere.
  for (const block of ASSUMED)
    for (const role of partsOn(part, [block])) {
      const arn = text(role, 'role_arn');
      if (arn) return accountOfRole(arn);
    }
  return textList(part, 'allowed_account_ids');
}

function accountOfRole(arn: Fact<string>): Fact<readonly string[]> {
  const value = valueOf(arn);
  if (value === undefined) return arn as Fact<never>;
  const account = ROLE.exec(value)?.[1];
  return account === undefined
    ? unknown('the role is not written as an ARN with an account', arn.at, arn.related)
    : known([account], arn.at, arn.related);
}

function asList(fact: Fact<string> | undefined): Fact<readonly string[]> | undefined {
  if (!fact) return undefined;
  const value = valueOf(fact);
  return value === undefined ? (fact as Fact<never>) : known([value], fact.at, fact.related);
}
