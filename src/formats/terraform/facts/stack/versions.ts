/** Would a newer version be taken whenever there is one? So without an upper bound: `>= 1.2`, `> 1`, `!= 2.0`, nothing. */
export function isOpenEnded(constraint: string): boolean {
  return constraint.split(',').every((part) => /^\s*(?:>|!=|$)/.test(part));
}

/** Names that people give to branches that go on. */
const BRANCHES =
  /^(?:refs\/heads\/.*|HEAD|main|master|trunk|develop|development|dev|latest|stable|staging|production)$/;
const COMMIT = /^[0-9a-f]{7,40}$/;
/** `v1.2.0`, `1.4`, `network-v2.0.1`, `release/2024.06`. */
const TAG = /^(?:refs\/tags\/.*|(?:.*[^0-9a-z])?v?\d+(?:\.\d+)+(?:[-+.].*)?|v\d+)$/i;

/** Does a `ref` of a git repository stay what it is? Undefined where its name does not tell. */
export function isFixedRef(ref: string): boolean | undefined {
  if (BRANCHES.test(ref)) return false;
  return COMMIT.test(ref) || TAG.test(ref) ? true : undefined;
}

export interface ModuleSource {
  readonly from: 'registry' | 'git';
  /** Of a git source: what of the repository is taken. */
  readonly ref: string | undefined;
}

/**
 * Where a module's source leads, by the forms that Terraform documents
 * (developer.hashicorp.com/terraform/language/modules/sources); undefined for local paths, archives and buckets, which
 * have no versions.
 */
export function moduleSource(source: string): ModuleSource | undefined {
  const [address = '', query = ''] = source.split('?', 2);
  if (
    /^(?:[a-z0-9][\w-]*\.[\w.-]+(?::\d+)?\/)?[\w-]+\/[\w-]+\/[\w-]+(?:\/\/.*)?$/.test(source) &&
    !isRepository(address)
  )
    return { from: 'registry', ref: undefined };
  if (!address.startsWith('git::') && !isRepository(address)) return undefined;
  return { from: 'git', ref: new URLSearchParams(query).get('ref') ?? undefined };
}

/** Terraform takes these for git without a prefix. */
function isRepository(address: string): boolean {
  return /^(?:(?:github\.com|bitbucket\.org)\/|git@)/.test(address);
}
