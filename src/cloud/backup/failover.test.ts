import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('what sends elsewhere what fails, and whether anything looks', async () => {
  const text = `
resource "aws_route53_record" "checked" {
  name            = "shop"
  health_check_id = aws_route53_health_check.shop.id
  failover_routing_policy { type = "PRIMARY" }
}

resource "aws_route53_record" "unchecked" {
  name = "blog"
  failover_routing_policy { type = "PRIMARY" }
}

resource "aws_route53_record" "second" {
  name = "blog"
  failover_routing_policy { type = "SECONDARY" }
}

resource "aws_route53_record" "alias" {
  name = "api"
  failover_routing_policy { type = "PRIMARY" }
  alias { evaluate_target_health = true }
}

resource "aws_route53_record" "plain" {
  name = "www"
}

resource "aws_route53_health_check" "shop" {}

resource "aws_rds_global_cluster" "orders" {}

resource "azurerm_traffic_manager_profile" "shop" {}

resource "azurerm_cosmosdb_account" "one" {
  geo_location { location = "westeurope" }
}

resource "azurerm_cosmosdb_account" "two" {
  geo_location { location = "westeurope" }
  geo_location { location = "northeurope" }
}
`;
  expect(await terraformSubjects(text, 'failover')).toMatchInlineSnapshot(`
    "failover :aws_route53_record.checked "aws_route53_record.checked" @2:1
      provider: "aws"
      method: "names"
      checked: true @4:21

    failover :aws_route53_record.unchecked "aws_route53_record.unchecked" @8:1
      provider: "aws"
      method: "names"
      checked: false @8:1

    failover :aws_route53_record.alias "aws_route53_record.alias" @18:1
      provider: "aws"
      method: "names"
      checked: true @21:36

    failover :aws_rds_global_cluster.orders "aws_rds_global_cluster.orders" @30:1
      provider: "aws"
      method: "database"
      checked: null @30:1

    failover :azurerm_traffic_manager_profile.shop "azurerm_traffic_manager_profile.shop" @32:1
      provider: "azure"
      method: "names"
      checked: null @32:1

    failover :azurerm_cosmosdb_account.two "azurerm_cosmosdb_account.two" @38:1
      provider: "azure"
      method: "database"
      checked: null @38:1"
  `);
});

test('templates have records and plans that restore', async () => {
  const text = `
Resources:
  Record:
    Type: AWS::Route53::RecordSet
    Properties: { Name: shop, Failover: PRIMARY }
  Tests:
    Type: AWS::Backup::RestoreTestingPlan
    Properties: { RestoreTestingPlanName: weekly, ScheduleExpression: cron(0 5 ? * SUN *) }
`;
  expect(await cloudFormationSubjects(text, 'failover', 'restore-test')).toMatchInlineSnapshot(`
    "failover template.yaml:Record "Record" @3:3
      provider: "aws"
      method: "names"
      checked: false @3:3

    restore-test template.yaml:Tests "Tests" @6:3
      intervalHours: 168 @8:71
      active: true @6:3"
  `);
});
