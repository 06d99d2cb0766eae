import { known, type Fact, type SubjectOf } from '../../model/index.ts';
import { joined, textList } from '../resource/lists.ts';
import { derive } from '../resource/logic.ts';
import { byDefault, text, wayTo, type Part } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';

/** What names the thing that a binding is on; the first that is there. */
const SCOPES = [
  'bucket',
  'service_account_id',
  'secret_id',
  'topic',
  'subscription',
  'dataset_id',
  'instance',
  'crypto_key_id',
  'key_ring_id',
  'service',
  'name',
  'repository',
  'folder',
  'org_id',
  'project',
];
/** On these a role reaches every resource that is in them. */
const CONTAINERS = /^google_(?:project|folder|organization)_iam_/;
/** Basic roles that may do everything, or everything but grant. */
const BROAD: ReadonlySet<string> = new Set(['roles/owner', 'roles/editor']);
/** Issuers that give every customer of theirs a token. */
const EVERYBODYS =
  /^https:\/\/(?:token\.actions\.githubusercontent\.com|gitlab\.com|app\.terraform\.io|oidc\.circleci\.com)\/?$/;
/** Members that stand for anyone. */
export const GOOGLE_ANYONE: ReadonlySet<string> = new Set(['allUsers', 'allAuthenticatedUsers']);

export function googlePolicies(stack: Stack): readonly SubjectOf<'access-policy'>[] {
  return stack.resources
    .filter(({ type }) => /^google_\w+_iam_(?:member|binding)$/.test(type))
    .map((resource) =>
      stack.subject('access-policy', resource, {
        system: 'gcp-iam',
        on: resource.type.startsWith('google_storage_') ? 'bucket' : 'resource',
        statements: [binding(resource)],
      }),
    )
    .concat(wholePolicies(stack), datasetAccess(stack), federations(stack));
}

/** Where all bindings of a thing stand in one document. */
function wholePolicies(stack: Stack): readonly SubjectOf<'access-policy'>[] {
  return stack.resources
    .filter(({ type }) => /^google_\w+_iam_policy$/.test(type))
    .flatMap((resource) => {
      const bindings = googleBindings(stack, resource);
      if (!bindings) return [];
      const statements = bindings.map((part) => ({
        ...binding({ ...resource, ...part }),
        resources: scopeOf(resource),
      }));
      const on = resource.type.startsWith('google_storage_') ? 'bucket' : 'resource';
      return [stack.subject('access-policy', resource, { system: 'gcp-iam', on, statements })];
    });
}

/** The bindings of a resource that has them all in one document; undefined where that is not among the files. */
export function googleBindings(stack: Stack, resource: Resource): readonly Part[] | undefined {
  const document = stack.target(resource.get('policy_data'));
  return document?.type === 'data.google_iam_policy' ? document.parts('binding') : undefined;
}

/** Datasets of BigQuery list who may what in themselves, or in resources of their own. */
function datasetAccess(stack: Stack): readonly SubjectOf<'access-policy'>[] {
  const own = stack
    .of('google_bigquery_dataset')
    .map((resource) => ({ resource, parts: resource.parts('access') }));
  const apart = stack
    .of('google_bigquery_dataset_access')
    .map((resource) => ({ resource, parts: [resource] }));
  return [...own, ...apart]
    .filter(({ parts }) => parts.length > 0)
    .map(({ resource, parts }) =>
      stack.subject('access-policy', resource, {
        system: 'gcp-iam',
        on: 'resource',
        statements: parts.map((part) => datasetStatement(part, resource)),
      }),
    );
}

function datasetStatement(part: Part, dataset: Resource): Binding {
  const who = ['special_group', 'iam_member', 'user_by_email', 'group_by_email', 'domain'];
  const members = derive(
    joined(
      who.flatMap((name) => textList(part, name) ?? []),
      part,
    ),
    anyoneAsStar,
  );
  return {
    effect: byDefault('allow', part),
    actions: derive(text(part, 'role') ?? byDefault('READER', part), (name) => [name]),
    resources: textList(dataset, 'dataset_id') ?? byDefault([], dataset),
    principals: members,
    conditional: byDefault(part.parts('condition').length > 0, part),
    open: derive(members, (list) => list.includes('*')),
  };
}

/** Who may come in from another system with its tokens: where everybody gets such tokens, a condition must say whose. */
function federations(stack: Stack): readonly SubjectOf<'access-policy'>[] {
  return stack.of('google_iam_workload_identity_pool_provider').flatMap((provider) => {
    const [oidc] = provider.parts('oidc');
    const issuer = oidc && text(oidc, 'issuer_uri');
    if (!issuer) return [];
    const condition = provider.get('attribute_condition');
    const statement: Binding = {
      effect: byDefault('allow', provider),
      actions: byDefault([], provider),
      resources: byDefault([], provider),
      principals: derive(issuer, (name) => [name]),
      conditional: condition
        ? known(true, condition.at, wayTo(condition, provider))
        : byDefault(false, provider),
      open: condition
        ? known(false, condition.at, wayTo(condition, provider))
        : derive(issuer, (name) => EVERYBODYS.test(name)),
    };
    return [
      stack.subject('access-policy', provider, { system: 'gcp-iam', on: 'trust', statements: [statement] }),
    ];
  });
}

type Binding = SubjectOf<'access-policy'>['facts']['statements'][number];

function binding(resource: Resource): Binding {
  const role = text(resource, 'role') ?? byDefault('', resource);
  const scope = scopeOf(resource);
  const members = googleMembers(resource);
  const [condition] = resource.parts('condition');
  return {
    effect: byDefault('allow', resource),
    actions: derive(role, (name) => (BROAD.has(name) ? [name, '*'] : [name])),
    resources: scope,
    principals: members,
    conditional: condition ? byDefault(true, condition) : byDefault(false, resource),
    open: derive(members, (list) => list.includes('*')),
  };
}

/** What a binding is on; `*` for all that a project, folder or organization holds, whatever its name. */
function scopeOf(resource: Resource): Fact<readonly string[]> {
  const name = SCOPES.find((attribute) => resource.get(attribute) !== undefined);
  const value = name === undefined ? undefined : resource.get(name);
  if (name === undefined || !value) return byDefault(CONTAINERS.test(resource.type) ? ['*'] : [], resource);
  if (!CONTAINERS.test(resource.type)) return textList(resource, name) ?? byDefault([], resource);
  return byDefault(['*'], { ...resource, at: value.at, related: wayTo(value, resource) });
}

/** Members of a binding, `*` for those that stand for anyone. */
export function googleMembers(part: Part): ReturnType<typeof joined> {
  const lists = ['member', 'members'].flatMap((name) => textList(part, name) ?? []);
  return derive(joined(lists, part), anyoneAsStar);
}

function anyoneAsStar(members: readonly string[]): readonly string[] {
  return members.map((member) => (GOOGLE_ANYONE.has(member) ? '*' : member));
}
