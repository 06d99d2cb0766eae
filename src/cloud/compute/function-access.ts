import { isUnknown, type Fact, type SubjectOf } from '../../model/index.ts';
import { GOOGLE_ANYONE } from '../identity/google.ts';
import { elementsOf } from '../resource/lists.ts';
import { anyTrue, derive, unless } from '../resource/logic.ts';
import { byDefault, factOf, text, textOf, wayTo } from '../resource/part.ts';
import { isSet } from '../resource/setting.ts';
import type { Resource, Stack } from '../resource/stack.ts';

type Access = SubjectOf<'function-access'>;

const URLS: Readonly<Record<string, string>> = {
  aws_lambda_function_url: 'authorization_type',
  'AWS::Lambda::Url': 'AuthType',
};

/** What a permission of Lambda calls the same things in both languages. */
const PERMISSIONS = [
  {
    type: 'aws_lambda_permission',
    principal: 'principal',
    limits: ['source_arn', 'source_account', 'event_source_token'],
    organization: 'principal_org_id',
    url: 'function_url_auth_type',
  },
  {
    type: 'AWS::Lambda::Permission',
    principal: 'Principal',
    limits: ['SourceArn', 'SourceAccount', 'EventSourceToken'],
    organization: 'PrincipalOrgID',
    url: 'FunctionUrlAuthType',
  },
] as const;

const INVOKERS: readonly string[] = [
  'google_cloudfunctions_function_iam',
  'google_cloudfunctions2_function_iam',
  'google_cloud_run_service_iam',
  'google_cloud_run_v2_service_iam',
].flatMap((type) => [`${type}_member`, `${type}_binding`]);

/** URLs of functions, and permissions to call them. */
export function functionAccess(stack: Stack): readonly Access[] {
  return [
    ...Object.entries(URLS).flatMap(([type, attribute]) =>
      stack.of(type).map((url) => {
        const authorization = text(url, attribute) ?? byDefault('NONE', url);
        return stack.subject('function-access', url, {
          provider: 'aws',
          anyone: derive(authorization, (kind) => kind === 'NONE'),
          anyCustomer: byDefault(false, url),
        });
      }),
    ),
    ...PERMISSIONS.flatMap((names) =>
      stack.of(names.type).map((permission) =>
        stack.subject('function-access', permission, {
          provider: 'aws',
          anyone: byDefault(false, permission),
          anyCustomer: anyCustomer(permission, names),
        }),
      ),
    ),
    ...INVOKERS.flatMap((type) =>
      stack.of(type).map((grant) =>
        stack.subject('function-access', grant, {
          provider: 'gcp',
          anyone: invokedByAnyone(grant),
          anyCustomer: byDefault(false, grant),
        }),
      ),
    ),
  ];
}

function anyCustomer(
  permission: Resource,
  { principal, limits, organization, url }: (typeof PERMISSIONS)[number],
): Fact<boolean> {
  // A permission for a URL is as open as the URL, which is judged itself.
  if (isSet(permission, url) || isSet(permission, organization)) return byDefault(false, permission);
  const who = text(permission, principal) ?? byDefault('', permission);
  const limited = limits.some((name) => isSet(permission, name));
  // Everyone without a limit is a policy that is open, and judged as such.
  return derive(who, (name) => (name === '*' ? limited : !limited && name.endsWith('.amazonaws.com')));
}

function invokedByAnyone(grant: Resource): Fact<boolean> {
  const members = ['member', 'members'].flatMap((name) => {
    const value = grant.get(name);
    if (!value) return [];
    const around = { ...grant, related: wayTo(value, grant) };
    return elementsOf(value).map((element) =>
      derive(factOf(element, around, textOf, 'a member'), (who) => GOOGLE_ANYONE.has(who)),
    );
  });
  const role = text(grant, 'role');
  const invokes = role && derive(role, (name) => /invoker|admin/i.test(name));
  const anyone = anyTrue(members, byDefault(false, grant));
  return invokes && !isUnknown(invokes.value) ? unless(anyone, [derive(invokes, (yes) => !yes)]) : anyone;
}
