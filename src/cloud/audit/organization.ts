import type { Fact, SubjectOf } from '../../model/index.ts';
import { textList } from '../resource/lists.ts';
import { derive } from '../resource/logic.ts';
import { nothing } from '../resource/part.ts';
import type { Resource, Stack } from '../resource/stack.ts';

const TRAIL = 'cloudtrail.amazonaws.com';
const TYPES: readonly string[] = ['aws_organizations_organization', 'AWS::Organizations::Organization'];

/** What holds all accounts of an organization. */
export function organizations(stack: Stack): readonly SubjectOf<'organization'>[] {
  return TYPES.flatMap((type) => stack.of(type)).map((organization) =>
    stack.subject('organization', organization, {
      provider: 'aws',
      trailAllowed: trailAllowed(organization),
    }),
  );
}

/** Terraform takes trust from every service that the list leaves out; where there is no list others may give it. */
function trailAllowed(organization: Resource): Fact<boolean | null> {
  const services = textList(organization, 'aws_service_access_principals');
  return services ? derive(services, (names) => names.includes(TRAIL)) : nothing(organization);
}
