import type { SubjectOf } from '../../model/index.ts';
import { numberSetting } from '../resource/setting.ts';
import type { Stack } from '../resource/stack.ts';

/** What passwords of an account's users must be; without a length AWS asks for six characters. */
export function passwordPolicies(stack: Stack): readonly SubjectOf<'password-policy'>[] {
  return stack.of('aws_iam_account_password_policy').map((policy) =>
    stack.subject('password-policy', policy, {
      provider: 'aws',
      minimumLength: numberSetting(policy, { on: ['minimum_password_length'], absent: 6 }),
    }),
  );
}
