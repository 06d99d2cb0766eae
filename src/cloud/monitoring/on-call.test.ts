import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('services that call people have one step, several, or none that is known', async () => {
  const text = `resource "pagerduty_escalation_policy" "one" {
  rule { escalation_delay_in_minutes = 10 }
}
resource "pagerduty_escalation_policy" "two" {
  rule { escalation_delay_in_minutes = 10 }
  rule { escalation_delay_in_minutes = 20 }
}
resource "pagerduty_service" "a" {
  name = "a"
  escalation_policy = pagerduty_escalation_policy.one.id
}
resource "pagerduty_service" "b" {
  name = "b"
  escalation_policy = pagerduty_escalation_policy.two.id
}
resource "pagerduty_service" "c" {
  name = "c"
  escalation_policy = "P1ABC"
}
resource "aws_ssmincidents_response_plan" "d" {
  name = "d"
  engagements = ["arn:aws:ssm-contacts:eu-west-1:1:contact/shop"]
}
resource "opsgenie_escalation" "e" {
  name = "e"
  rules { delay = 1 }
}
`;
  expect(await terraformSubjects(text, 'notification-channel')).toMatchInlineSnapshot(`
    "notification-channel :pagerduty_service.a "pagerduty_service.a" @8:1
      system: "pagerduty"
      title: "a" @9:10
      notifies: true @2:3
      escalates: false @2:3

    notification-channel :pagerduty_service.b "pagerduty_service.b" @12:1
      system: "pagerduty"
      title: "b" @13:10
      notifies: true @5:3
      escalates: true @5:3

    notification-channel :pagerduty_service.c "pagerduty_service.c" @16:1
      system: "pagerduty"
      title: "c" @17:10
      notifies: unknown because its pagerduty_escalation_policy is not among the files @16:1
      escalates: unknown because its pagerduty_escalation_policy is not among the files @16:1

    notification-channel :opsgenie_escalation.e "opsgenie_escalation.e" @24:1
      system: "opsgenie"
      title: "e" @25:10
      notifies: true @26:3
      escalates: false @26:3

    notification-channel :aws_ssmincidents_response_plan.d "aws_ssmincidents_response_plan.d" @20:1
      system: "incident-manager"
      title: "d" @21:10
      notifies: true @22:17
      escalates: null @20:1"
  `);
});
