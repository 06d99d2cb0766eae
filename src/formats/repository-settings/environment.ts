import { known, purposeOf, unknown, type Fact, type SubjectOf } from '../../model/index.ts';
import type { DataNode } from '../data-node.ts';
import type { SettingsPart } from './detect.ts';
import { countOf, isOn } from './values.ts';

type Gate = SubjectOf<'gate'>;

/** As the API lists what protects an environment, or as a file of settings says it beside its name. */
export function environmentOnGitHub({ node }: SettingsPart): Gate {
  const rule = node
    .get('protection_rules')
    .items()
    .find((one) => one.get('type').text === 'required_reviewers');
  const holder = rule ?? node;
  const reviewers = holder.get('reviewers');
  const policy = node.get('deployment_branch_policy');
  return gate(node, 'github-actions', {
    reviewers: known(reviewers.items().length, reviewers.at),
    preventSelfReview: known(isOn(holder.get('prevent_self_review')), holder.get('prevent_self_review').at),
    branchesLimited: limitedBy(policy),
  });
}

/** The apps keep the patterns themselves where the API tells only that there are some. */
function limitedBy(policy: DataNode): Fact<boolean> {
  const patterns = ['custom_branches', 'custom_branch_policies'].flatMap((key) => policy.get(key).items());
  const open = patterns.find((node) => isEveryBranch((node.isMap ? node.get('name') : node).text ?? ''));
  if (open) return known(false, open.at);
  const switched = isOn(policy.get('protected_branches')) || isOn(policy.get('custom_branch_policies'));
  return known(switched || patterns.length > 0, policy.at);
}

/** `*` leaves out only branches whose names have several parts. */
const isEveryBranch = (pattern: string): boolean => /^\*{1,2}$/.test(pattern);

/** Each rule asks for one approval unless it says how many. */
export function environmentOnGitLab({ node }: SettingsPart): Gate {
  const rules = node.get('approval_rules');
  const asked = rules.items().reduce((sum, one) => sum + (countOf(one.get('required_approvals')) ?? 1), 0);
  const total = node.get('required_approval_count');
  return gate(node, 'gitlab-ci', {
    reviewers: known(asked + (countOf(total) ?? 0), rules.items().length > 0 ? rules.at : total.at),
    preventSelfReview: unknown('whether who starts a pipeline may approve it is set on the project', node.at),
    branchesLimited: known(null, node.header),
  });
}

function gate(
  node: DataNode,
  system: Gate['facts']['system'],
  facts: Pick<Gate['facts'], 'reviewers' | 'preventSelfReview' | 'branchesLimited'>,
): Gate {
  const named = node.get('name');
  const name = named.text ?? '';
  return {
    kind: 'gate',
    id: `${node.document.file.path}:environments/${name}`,
    name,
    format: 'repository-settings',
    environment: name,
    location: named.at,
    facts: {
      system,
      repository: unknown('the file does not name its repository', named.at),
      target: known(name, named.at),
      production: productionOf(name, named),
      ...facts,
      serialized: known(null, named.at),
    },
  };
}

function productionOf(name: string, { at }: DataNode): Fact<boolean> {
  const purpose = purposeOf(name);
  if (purpose) return known(purpose === 'production', at);
  return unknown(`the name \`${name}\` does not say whether it is production`, at);
}
