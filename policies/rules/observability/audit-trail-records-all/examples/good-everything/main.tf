resource "aws_cloudtrail" "account" {
  name           = "account"
  s3_bucket_name = "trail-of-the-account"

  event_selector {
    read_write_type           = "WriteOnly"
    include_management_events = false
  }
  event_selector {}
}

resource "google_project_iam_audit_config" "everything" {
  project = "shop"
  service = "allServices"

  dynamic "audit_log_config" {
    for_each = ["ADMIN_READ", "DATA_READ", "DATA_WRITE"]
    content {
      log_type = audit_log_config.value
    }
  }
}

data "azurerm_subscription" "current" {}

resource "azurerm_monitor_diagnostic_setting" "activity" {
  name               = "activity"
  target_resource_id = data.azurerm_subscription.current.id

  dynamic "enabled_log" {
    for_each = toset(["Administrative", "Security", "Alert", "Policy"])
    content {
      category = enabled_log.key
    }
  }
}

resource "azurerm_monitor_diagnostic_setting" "vault" {
  name               = "vault"
  target_resource_id = "/subscriptions/a/resourceGroups/b/providers/Microsoft.KeyVault/vaults/c"

  enabled_log {
    category = "AuditEvent"
  }
}
