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

resource "aws_rds_cluster" "orders" {
  global_cluster_identifier = aws_rds_global_cluster.orders.id
}

resource "azurerm_mssql_failover_group" "ledger" {
  server_id = azurerm_mssql_server.ledger.id
  databases = [azurerm_mssql_database.ledger.id]
  read_write_endpoint_failover_policy { mode = "Manual" }
}

resource "azurerm_mssql_server" "ledger" {}

resource "azurerm_mssql_database" "ledger" {}

resource "cloudflare_load_balancer" "shop" {}

resource "aws_route53recoverycontrolconfig_routing_control" "shop" {}

resource "azurerm_traffic_manager_profile" "shop" {}

resource "azurerm_cosmosdb_account" "one" {
  geo_location { location = "westeurope" }
}

resource "azurerm_cosmosdb_account" "two" {
  automatic_failover_enabled = true
  geo_location { location = "westeurope" }
  geo_location { location = "northeurope" }
}

resource "azurerm_cosmosdb_account" "by_hand" {
  geo_location { location = "westeurope" }
  geo_location { location = "northeurope" }
}
`;
  expect(await terraformSubjects(text, 'failover')).toMatchInlineSnapshot(`
    "failover :aws_route53_record.checked "aws_route53_record.checked" @2:1
      provider: "aws"
      method: "names"
      checked: true @4:21
      automatic: true @2:1
      data: null @2:1

    failover :aws_route53_record.unchecked "aws_route53_record.unchecked" @8:1
      provider: "aws"
      method: "names"
      checked: false @8:1
      automatic: true @8:1
      data: null @8:1

    failover :aws_route53_record.alias "aws_route53_record.alias" @18:1
      provider: "aws"
      method: "names"
      checked: true @21:36
      automatic: true @18:1
      data: null @18:1

    failover :aws_rds_global_cluster.orders "aws_rds_global_cluster.orders" @30:1
      provider: "aws"
      method: "database"
      checked: null @30:1
      automatic: false @30:1
      data: [":aws_rds_cluster.orders"] @30:1

    failover :aws_route53recoverycontrolconfig_routing_control.shop "aws_route53recoverycontrolconfig_routing_control.shop" @48:1
      provider: "aws"
      method: "names"
      checked: null @48:1
      automatic: unknown because a person or a program turns its routing control, and the files do not tell which @48:1
      data: null @48:1

    failover :cloudflare_load_balancer.shop "cloudflare_load_balancer.shop" @46:1
      provider: "cloudflare"
      method: "balancer"
      checked: null @46:1
      automatic: true @46:1
      data: null @46:1

    failover :azurerm_traffic_manager_profile.shop "azurerm_traffic_manager_profile.shop" @50:1
      provider: "azure"
      method: "names"
      checked: null @50:1
      automatic: true @50:1
      data: null @50:1

    failover :azurerm_mssql_failover_group.ledger "azurerm_mssql_failover_group.ledger" @36:1
      provider: "azure"
      method: "database"
      checked: null @36:1
      automatic: false @39:48
      data: [":azurerm_mssql_database.ledger",":azurerm_mssql_server.ledger"] @36:1

    failover :azurerm_cosmosdb_account.two "azurerm_cosmosdb_account.two" @56:1
      provider: "azure"
      method: "database"
      checked: null @56:1
      automatic: true @57:32
      data: [":azurerm_cosmosdb_account.two"] @56:1

    failover :azurerm_cosmosdb_account.by_hand "azurerm_cosmosdb_account.by_hand" @62:1
      provider: "azure"
      method: "database"
      checked: null @62:1
      automatic: false @62:1
      data: [":azurerm_cosmosdb_account.by_hand"] @62:1"
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
      automatic: true @3:3
      data: null @3:3

    restore-test template.yaml:Tests "Tests" @6:3
      intervalHours: 168 @8:71
      active: true @6:3"
  `);
});
