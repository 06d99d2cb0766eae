import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('budgets of AWS have the limit, the filters and the subscribers that they name', async () => {
  const text = `resource "aws_budgets_budget" "all" {
  budget_type  = "COST"
  limit_amount = "1200"
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
  notification {
    comparison_operator        = "GREATER_THAN"
    threshold                  = 80
    threshold_type             = "PERCENTAGE"
    notification_type          = "FORECASTED"
    subscriber_email_addresses = ["costs@shop.example"]
    subscriber_sns_topic_arns  = [aws_sns_topic.costs.arn]
  }
  notification {
    comparison_operator = "GREATER_THAN"
    threshold           = 1000
    threshold_type      = "ABSOLUTE_VALUE"
    notification_type   = "ACTUAL"
  }
}
resource "aws_budgets_budget" "shop" {
  budget_type  = "COST"
  limit_unit   = "USD"
  time_unit    = "DAILY"
  auto_adjust_data {
    auto_adjust_type = "FORECAST"
  }
  cost_filter {
    name   = "TagKeyValue"
    values = ["user:Service$shop"]
  }
}
resource "aws_budgets_budget" "hours" {
  budget_type  = "USAGE"
  limit_amount = "100"
  limit_unit   = "HOURS"
  time_unit    = "MONTHLY"
}
resource "aws_sns_topic" "costs" {}
`;
  expect(await terraformSubjects(text, 'budget')).toMatchInlineSnapshot(`
    "budget :aws_budgets_budget.all "aws_budgets_budget.all" @1:1
      provider: "aws"
      limit: 1200 @3:18
      currency: "USD" @4:18
      period: "month" @5:18
      partial: false @1:1 (filter_expression is not set here @1:1)
      thresholds: [80] @1:1
      notified: ["costs@shop.example","\${aws_sns_topic.costs.arn}"] @11:34

    budget :aws_budgets_budget.shop "aws_budgets_budget.shop" @21:1
      provider: "aws"
      limit: null @21:1
      currency: "USD" @23:18
      period: "day" @24:18
      partial: true @28:3
      thresholds: [] @21:1
      notified: [] @21:1"
  `);
});

test('budgets of Azure count in the currency of the account, a month unless told otherwise', async () => {
  const text = `resource "azurerm_consumption_budget_subscription" "all" {
  amount = 1000
  notification {
    threshold      = 90
    contact_emails = ["costs@shop.example"]
  }
  notification {
    enabled        = false
    threshold      = 100
    contact_emails = ["nobody@shop.example"]
  }
}
resource "azurerm_consumption_budget_resource_group" "shop" {
  amount     = var.amount
  time_grain = "BillingQuarter"
  filter {
    tag {
      name   = "service"
      values = ["shop"]
    }
  }
  dynamic "notification" {
    for_each = var.notifications
    content {
      threshold = 90
    }
  }
}
variable "amount" {}
variable "notifications" {}
`;
  expect(await terraformSubjects(text, 'budget')).toMatchInlineSnapshot(`
    "budget :azurerm_consumption_budget_subscription.all "azurerm_consumption_budget_subscription.all" @1:1
      provider: "azure"
      limit: 1000 @2:12
      currency: null @1:1
      period: "month" @1:1 (time_grain is not set here @1:1)
      partial: false @1:1 (filter is not set here @1:1)
      thresholds: [90] @1:1
      notified: ["costs@shop.example"] @5:22

    budget :azurerm_consumption_budget_resource_group.shop "azurerm_consumption_budget_resource_group.shop" @13:1
      provider: "azure"
      limit: unknown because var.amount has no value @29:1 (var.amount is used here @14:16)
      currency: null @13:1
      period: "quarter" @15:16
      partial: true @16:3
      thresholds: unknown because var.notifications has no value @22:3
      notified: unknown because var.notifications has no value @22:3"
  `);
});

test('budgets of Google tell those who see the bills, unless that is turned off', async () => {
  const text = `resource "google_billing_budget" "all" {
  amount {
    specified_amount {
      currency_code = "EUR"
      units         = "1000"
    }
  }
  threshold_rules {
    threshold_percent = 0.5
  }
}
resource "google_billing_budget" "silent" {
  budget_filter {
    projects        = ["projects/1"]
    custom_period {
      start_date {
        year = 2026
      }
    }
  }
  amount {
    last_period_amount = true
  }
  threshold_rules {
    threshold_percent = 1.0
  }
  all_updates_rule {
    disable_default_iam_recipients = true
  }
}
`;
  expect(await terraformSubjects(text, 'budget')).toMatchInlineSnapshot(`
    "budget :google_billing_budget.all "google_billing_budget.all" @1:1
      provider: "gcp"
      limit: 1000 @5:23
      currency: "EUR" @4:23
      period: "month" @1:1 (budget_filter.calendar_period is not set here @1:1)
      partial: false @1:1 (budget_filter.labels is not set here @1:1)
      thresholds: [50] @1:1
      notified: ["administrators and users of the billing account"] @1:1 (all_updates_rule.disable_default_iam_recipients is not set here @1:1)

    budget :google_billing_budget.silent "google_billing_budget.silent" @12:1
      provider: "gcp"
      limit: null @12:1
      currency: null @12:1
      period: null @12:1
      partial: true @14:23
      thresholds: [100] @12:1
      notified: [] @28:38"
  `);
});

test('budgets of CloudFormation are those of AWS', async () => {
  const text = `
Resources:
  All:
    Type: AWS::Budgets::Budget
    Properties:
      Budget:
        BudgetType: COST
        TimeUnit: ANNUALLY
        BudgetLimit: { Amount: 12000, Unit: USD }
        CostFilters:
          Service: [ "Amazon Elastic Compute Cloud - Compute" ]
      NotificationsWithSubscribers:
        - Notification: { NotificationType: ACTUAL, ComparisonOperator: GREATER_THAN, Threshold: 90 }
          Subscribers:
            - { SubscriptionType: EMAIL, Address: costs@shop.example }
            - { SubscriptionType: SNS, Address: !Ref Topic }
  Topic:
    Type: AWS::SNS::Topic
`;
  expect(await cloudFormationSubjects(text, 'budget')).toMatchInlineSnapshot(`
    "budget template.yaml:All "All" @3:3
      provider: "aws"
      limit: 12000 @9:32
      currency: "USD" @9:45
      period: "year" @8:19
      partial: true @10:9
      thresholds: [90] @3:3
      notified: ["costs@shop.example","\${Topic}"] @15:51"
  `);
});
