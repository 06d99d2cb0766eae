import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

async function lines(text: string, ...facts: readonly string[]): Promise<readonly string[]> {
  const all = (await terraformSubjects(text, 'audit-trail')).split('\n');
  return all.filter((line) => facts.some((fact) => line.startsWith(`  ${fact}:`))).map((line) => line.trim());
}

test('a trail of AWS records every action by one of its selectors, and nobody tells of advanced ones', async () => {
  const text = `
resource "aws_cloudtrail" "two" {
  event_selector { include_management_events = false }
  event_selector { read_write_type = "All" }
}
resource "aws_cloudtrail" "reads" {
  kms_key_id = "alias/trail"
  event_selector { read_write_type = "ReadOnly" }
}
resource "aws_cloudtrail" "advanced" {
  advanced_event_selector { name = "objects" }
}
`;
  expect(await lines(text, 'everyAction', 'ownKey')).toMatchInlineSnapshot(`
    [
      "ownKey: false @2:1 (kms_key_id is not set here @2:1)",
      "everyAction: true @4:38",
      "ownKey: true @7:16",
      "everyAction: false @8:38",
      "ownKey: false @10:1 (kms_key_id is not set here @10:1)",
      "everyAction: null @10:1",
    ]
  `);
});

test('an audit configuration of Google is complete for all services with all sorts, and null for one service', async () => {
  const text = `
resource "google_folder_iam_audit_config" "all" {
  service = "allServices"
  audit_log_config { log_type = "ADMIN_READ" }
  audit_log_config { log_type = "DATA_READ" }
  audit_log_config {
    log_type         = "DATA_WRITE"
    exempted_members = [var.member]
  }
}
resource "google_project_iam_audit_config" "one" {
  service = "storage.googleapis.com"
  audit_log_config { log_type = "DATA_READ" }
}
variable "kind" {}
variable "member" {}
resource "google_project_iam_audit_config" "open" {
  service = "allServices"
  audit_log_config { log_type = var.kind }
}
`;
  expect(await lines(text, 'everyAction', 'exempted')).toMatchInlineSnapshot(`
    [
      "everyAction: null @11:1",
      "exempted: [] @11:1",
      "everyAction: unknown because var.kind has no value @15:1 (var.kind is used here @19:33)",
      "exempted: [] @17:1",
      "everyAction: true @2:1",
      "exempted: unknown because var.member has no value @16:1 (var.member is used here @8:25)",
    ]
  `);
});

test('a project of Google that is made without an audit configuration records no access', async () => {
  const text = `
resource "google_project" "alone" { project_id = "alone" }
resource "google_project" "within" {
  project_id = "within"
  folder_id  = "1234"
}
resource "google_project" "configured" { project_id = "configured" }
resource "google_project" "named" { project_id = "named" }
resource "google_project_iam_audit_config" "configured" {
  project = google_project.configured.project_id
  service = "storage.googleapis.com"
}
resource "google_project_iam_policy" "named" { project = "named" }
`;
  const subjects = await terraformSubjects(text, 'audit-trail');
  expect(subjects.match(/^audit-trail .*|everyAction: .*/gm)).toEqual([
    'audit-trail :google_project_iam_audit_config.configured "google_project_iam_audit_config.configured" @9:1',
    'everyAction: null @9:1',
    'audit-trail :google_project.alone "google_project.alone" @2:1',
    'everyAction: false @2:1',
    'audit-trail :google_project.within "google_project.within" @3:1',
    'everyAction: unknown because what its folder and its organization record is not among the files @3:1',
  ]);
});

test('a diagnostic setting of Azure is a trail where a subscription is its target, in old and new words', async () => {
  const text = `
data "azurerm_subscription" "here" {}
resource "azurerm_monitor_diagnostic_setting" "groups" {
  target_resource_id = data.azurerm_subscription.here.id
  enabled_log { category_group = "allLogs" }
}
resource "azurerm_monitor_diagnostic_setting" "old" {
  target_resource_id = "/subscriptions/0000-1111"
  log {
    category = "Administrative"
    enabled  = false
  }
}
resource "azurerm_monitor_diagnostic_setting" "vault" {
  target_resource_id = azurerm_key_vault.one.id
  enabled_log { category = "AuditEvent" }
}
resource "azurerm_monitor_log_profile" "west" {
  categories = ["Write", "Delete", "Action"]
  locations  = ["westus"]
}
`;
  expect(await lines(text, 'logging', 'everyRegion', 'everyAction')).toMatchInlineSnapshot(`
    [
      "logging: true @5:3",
      "everyRegion: null @3:1",
      "everyAction: true @3:1",
      "logging: false @11:16",
      "everyRegion: null @7:1",
      "everyAction: false @7:1",
      "logging: true @18:1",
      "everyRegion: false @20:16",
      "everyAction: true @19:16",
    ]
  `);
});
