import type { SubjectOf } from '../../../../model/index.ts';
import { bool, byDefault, derive, joined, text, textList, type Stack } from '../../../../cloud/index.ts';

/** Reviewers that GitHub asks before a job may use an environment. */
export function gates(stack: Stack): readonly SubjectOf<'gate'>[] {
  return stack.of('github_repository_environment').map((resource) => {
    const people = resource
      .parts('reviewers')
      .flatMap((part) => [textList(part, 'users') ?? [], textList(part, 'teams') ?? []].flat());
    return stack.subject('gate', resource, {
      system: 'github-actions',
      target: text(resource, 'environment') ?? byDefault(resource.name, resource),
      reviewers: derive(joined(people, resource), (list) => list.length),
      preventSelfReview: bool(resource, 'prevent_self_review') ?? byDefault(false, resource),
    });
  });
}
