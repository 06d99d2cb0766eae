import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../../test/support/terraform.ts';

test('policies of both kinds of vaults, with what they protect', async () => {
  const text = `
resource "azurerm_recovery_services_vault" "main" {
  name         = "main"
  immutability = "Locked"
}

resource "azurerm_linux_virtual_machine" "web" {}

resource "azurerm_backup_policy_vm" "hourly" {
  recovery_vault_name = azurerm_recovery_services_vault.main.name
  backup {
    frequency     = "Hourly"
    time          = "08:00"
    hour_interval = 4
    hour_duration = 12
  }
  retention_daily { count = 14 }
  retention_monthly {
    count    = 6
    weekdays = ["Sunday"]
    weeks    = ["First"]
  }
}

resource "azurerm_backup_protected_vm" "web" {
  source_vm_id     = azurerm_linux_virtual_machine.web.id
  backup_policy_id = azurerm_backup_policy_vm.hourly.id
}

resource "azurerm_backup_policy_file_share" "weekly" {
  recovery_vault_name = "elsewhere"
  backup {
    frequency = "Weekly"
    weekdays  = ["Sunday", "Wednesday"]
  }
  retention_weekly { count = 4 }
}

resource "azurerm_data_protection_backup_vault" "disks" {
  redundancy = "LocallyRedundant"
}

resource "azurerm_managed_disk" "data" {}

resource "azurerm_data_protection_backup_policy_disk" "disks" {
  vault_id                        = azurerm_data_protection_backup_vault.disks.id
  backup_repeating_time_intervals = ["R/2024-05-23T02:30:00+00:00/PT4H"]
  default_retention_duration      = "P7D"
}

resource "azurerm_data_protection_backup_instance_disk" "data" {
  disk_id          = azurerm_managed_disk.data.id
  backup_policy_id = azurerm_data_protection_backup_policy_disk.disks.id
}

resource "azurerm_data_protection_backup_policy_blob_storage" "blobs" {
  vault_id                               = azurerm_data_protection_backup_vault.disks.id
  operational_default_retention_duration = "P30D"
}
`;
  expect(await terraformSubjects(text, 'backup')).toMatchInlineSnapshot(`
    "backup :azurerm_backup_policy_vm.hourly "azurerm_backup_policy_vm.hourly" @9:1
      mechanism: "backup-plan"
      method: "snapshot" @9:1
      intervalHours: 12 @12:21
      retentionDays: 180 @19:16
      offsite: true @2:1
      copyRegions: unknown because Azure keeps them in the paired region, whichever that is @2:1
      encrypted: true @9:1
      immutable: true @4:18
      active: true @9:1
      lasting: true @9:1
      sources: []
      covers: [":azurerm_linux_virtual_machine.web"] @25:1

    backup :azurerm_backup_policy_file_share.weekly "azurerm_backup_policy_file_share.weekly" @30:1
      mechanism: "backup-plan"
      method: "snapshot" @30:1
      intervalHours: 96 @33:17
      retentionDays: 28 @36:30
      offsite: unknown because the vault is not among the files @30:1
      copyRegions: unknown because the vault is not among the files @30:1
      encrypted: true @30:1
      immutable: unknown because the vault is not among the files @30:1
      active: true @30:1
      lasting: true @30:1
      sources: []
      covers: [] @30:1

    backup :azurerm_data_protection_backup_policy_disk.disks "azurerm_data_protection_backup_policy_disk.disks" @45:1
      mechanism: "backup-plan"
      method: "snapshot" @45:1
      intervalHours: 4 @47:37
      retentionDays: 7 @48:37
      offsite: false @40:16
      copyRegions: [] @40:16
      encrypted: true @45:1
      immutable: false @39:1
      active: true @45:1
      lasting: true @45:1
      sources: []
      covers: [":azurerm_managed_disk.data"] @51:1

    backup :azurerm_data_protection_backup_policy_blob_storage.blobs "azurerm_data_protection_backup_policy_blob_storage.blobs" @56:1
      mechanism: "backup-plan"
      method: "snapshot" @56:1
      intervalHours: 0.08333333333333333 @56:1
      retentionDays: 30 @58:44
      offsite: false @40:16
      copyRegions: [] @40:16
      encrypted: true @56:1
      immutable: false @39:1
      active: true @56:1
      lasting: true @56:1
      sources: []
      covers: [] @56:1"
  `);
});

test('databases of Azure copy by themselves', async () => {
  const text = `
resource "azurerm_cosmosdb_account" "bare" {}

resource "azurerm_cosmosdb_account" "continuous" {
  backup {
    type = "Continuous"
    tier = "Continuous7Days"
  }
}

resource "azurerm_cosmosdb_account" "periodic" {
  backup {
    type                = "Periodic"
    interval_in_minutes = 60
    retention_in_hours  = 48
    storage_redundancy  = "Local"
  }
}

resource "azurerm_postgresql_flexible_server" "orders" {
  backup_retention_days        = 35
  geo_redundant_backup_enabled = true
}
`;
  expect(await terraformSubjects(text, 'backup')).toMatchInlineSnapshot(`
    "backup :azurerm_postgresql_flexible_server.orders "azurerm_postgresql_flexible_server.orders" @20:1
      mechanism: "database-automated"
      method: "continuous" @21:34
      intervalHours: 0.08333333333333333 @21:34
      retentionDays: 35 @21:34
      offsite: true @22:34
      copyRegions: unknown because Azure keeps them in the paired region, whichever that is @20:1
      encrypted: true @20:1
      immutable: unknown because Azure itself decides who can delete its automated backups @20:1
      active: true @20:1
      lasting: true @20:1
      sources: []
      covers: [":azurerm_postgresql_flexible_server.orders"] @20:1

    backup :azurerm_cosmosdb_account.bare "azurerm_cosmosdb_account.bare" @2:1
      mechanism: "database-automated"
      method: "snapshot" @2:1
      intervalHours: 4 @2:1
      retentionDays: 0.3333333333333333 @2:1
      offsite: true @2:1
      copyRegions: unknown because Azure keeps them in the paired region, whichever that is @2:1
      encrypted: true @2:1
      immutable: unknown because Azure itself decides who can delete its automated backups @2:1
      active: true @2:1
      lasting: true @2:1
      sources: []
      covers: [":azurerm_cosmosdb_account.bare"] @2:1

    backup :azurerm_cosmosdb_account.continuous "azurerm_cosmosdb_account.continuous" @4:1
      mechanism: "database-automated"
      method: "continuous" @6:12
      intervalHours: 0.08333333333333333 @5:3
      retentionDays: 7 @7:12
      offsite: unknown because continuous backups lie where the regions of the account are @5:3
      copyRegions: unknown because Azure keeps them in the paired region, whichever that is @5:3
      encrypted: true @5:3
      immutable: unknown because Azure itself decides who can delete its automated backups @5:3
      active: true @5:3
      lasting: true @5:3
      sources: []
      covers: [":azurerm_cosmosdb_account.continuous"] @4:1

    backup :azurerm_cosmosdb_account.periodic "azurerm_cosmosdb_account.periodic" @11:1
      mechanism: "database-automated"
      method: "snapshot" @13:27
      intervalHours: 1 @14:27
      retentionDays: 2 @15:27
      offsite: false @16:27
      copyRegions: unknown because Azure keeps them in the paired region, whichever that is @12:3
      encrypted: true @12:3
      immutable: unknown because Azure itself decides who can delete its automated backups @12:3
      active: true @12:3
      lasting: true @12:3
      sources: []
      covers: [":azurerm_cosmosdb_account.periodic"] @11:1"
  `);
});
