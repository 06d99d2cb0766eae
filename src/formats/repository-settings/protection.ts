import { known, unknown, type Fact, type SubjectOf } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import type { DataNode } from '../data-node.ts';
import type { SettingsPart } from './detect.ts';
import { countOf, isOn } from './values.ts';

type Protection = SubjectOf<'branch-protection'>;
type Asked = Pick<Protection['facts'], 'reviews' | 'checks' | 'forcePush' | 'signed'>;

/** A branch of a file of settings; `protection: null` takes its protection away, and without one it is left as it is. */
export function branchOfSettings({ node }: SettingsPart): Protection | undefined {
  const name = node.get('name');
  if (!node.has('protection')) return undefined;
  return subject(node, 'github-actions', name.text ?? '', name.at, classic(node.get('protection')));
}

const BRANCH = /\/repos\/(?<repository>[^/]+\/[^/]+)\/branches\/(?<branch>[^/]+)\/protection$/;

/** The API's answer for one branch names it in its address. */
export function protection({ node }: SettingsPart): Protection | undefined {
  const url = node.get('url');
  const { repository, branch } = BRANCH.exec(url.text ?? '')?.groups ?? {};
  if (branch === undefined) return undefined;
  const found = subject(node, 'github-actions', plain(branch), url.at, classic(node));
  return repository === undefined
    ? found
    : { ...found, facts: { ...found.facts, repository: known(repository, url.at) } };
}

/** A branch's name stands in an address as such names do. */
function plain(branch: string): string {
  try {
    return decodeURIComponent(branch);
  } catch {
    return branch;
  }
}

/** One branch's protection says all in one place: what it leaves out is not asked. */
function classic(node: DataNode): Asked {
  const reviews = node.get('required_pull_request_reviews');
  const checks = node.get('required_status_checks');
  return {
    reviews: known(
      reviews.exists ? (countOf(reviews.get('required_approving_review_count')) ?? 1) : 0,
      reviews.at,
    ),
    checks: known(
      [
        ...new Set([
          ...checks.get('contexts').texts(),
          ...checks
            .get('checks')
            .items()
            .flatMap((one) => one.get('context').text ?? []),
        ]),
      ],
      checks.at,
    ),
    forcePush: known(isOn(node.get('allow_force_pushes')), node.get('allow_force_pushes').at),
    signed: known(isOn(node.get('required_signatures')), node.get('required_signatures').at),
  };
}

/** Rulesets add up: what one leaves out another may ask. One that is only tried, or for tags, asks nothing of branches. */
export function ruleset({ node }: SettingsPart): Protection | undefined {
  const target = node.get('target').text ?? 'branch';
  if (node.get('enforcement').text !== 'active' || target !== 'branch') return undefined;
  const names = node.get('conditions', 'ref_name', 'include');
  const included = names.texts().map((one) => one.replace('refs/heads/', ''));
  const at = names.exists ? names.at : node.get('name').at;
  return subject(node, 'github-actions', included.length > 0 ? included.join(', ') : '~ALL', at, {
    ...requestRules(node),
    forcePush: onlyWhereOn(node, 'non_fast_forward', false),
    signed: onlyWhereOn(node, 'required_signatures', true),
  });
}

const ruleOf = (node: DataNode, type: string): DataNode | undefined =>
  node
    .get('rules')
    .items()
    .find((rule) => rule.get('type').text === type);

function onlyWhereOn(node: DataNode, type: string, value: boolean): Fact<boolean | null> {
  const rule = ruleOf(node, type);
  return known(rule ? value : null, rule?.at ?? node.header);
}

function requestRules(node: DataNode): Pick<Asked, 'reviews' | 'checks'> {
  const count = ruleOf(node, 'pull_request')?.get('parameters', 'required_approving_review_count');
  const checks = ruleOf(node, 'required_status_checks')?.get('parameters', 'required_status_checks');
  const contexts = checks?.items().flatMap((one) => one.get('context').text ?? []);
  return {
    reviews: known(count ? (countOf(count) ?? 0) : null, count?.at ?? node.header),
    checks: known(contexts ?? null, checks?.at ?? node.header),
  };
}

/** Approvals and checks of merge requests are set elsewhere in GitLab. */
export function branchOnGitLab({ node }: SettingsPart): Protection {
  const name = node.get('name');
  const nothing = known(null, node.header);
  const forced = node.get('allow_force_push');
  return subject(node, 'gitlab-ci', name.text ?? '', name.at, {
    reviews: nothing,
    checks: nothing,
    forcePush: known(isOn(forced), forced.at),
    signed: nothing,
  });
}

function subject(
  node: DataNode,
  system: Protection['facts']['system'],
  pattern: string,
  at: Location,
  asked: Asked,
): Protection {
  const name = node.get('name').text ?? pattern;
  const repository = unknown('the file does not name its repository', at);
  return {
    kind: 'branch-protection',
    id: `${node.document.file.path}:branches/${name}`,
    name,
    format: 'repository-settings',
    location: at,
    facts: { system, repository, pattern: known(pattern, at), ...asked },
  };
}
