import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../../test/support/terraform.ts';

test('plans of Backup and DR, and of clusters', async () => {
  const text = `
resource "google_backup_dr_backup_vault" "far" {
  location = "europe-west4"
}

resource "google_compute_instance" "web" {}

resource "google_backup_dr_backup_plan" "main" {
  location     = "europe-west3"
  backup_vault = google_backup_dr_backup_vault.far.id
  backup_rules {
    rule_id               = "weekly"
    backup_retention_days = 90
    standard_schedule {
      recurrence_type = "WEEKLY"
      days_of_week    = ["SUNDAY", "WEDNESDAY"]
    }
  }
  backup_rules {
    rule_id               = "hourly"
    backup_retention_days = 7
    standard_schedule {
      recurrence_type  = "HOURLY"
      hourly_frequency = 6
      backup_window {
        start_hour_of_day = 0
        end_hour_of_day   = 24
      }
    }
  }
}

resource "google_backup_dr_backup_plan_association" "web" {
  resource    = google_compute_instance.web.id
  backup_plan = google_backup_dr_backup_plan.main.name
}

resource "google_container_cluster" "main" {
  location = "europe-west3"
}

resource "google_gke_backup_backup_plan" "main" {
  cluster  = google_container_cluster.main.id
  location = "europe-west4"
  backup_schedule { cron_schedule = "0 9 * * 1" }
  retention_policy {
    backup_delete_lock_days = 30
    backup_retain_days      = 90
  }
}
`;
  expect(await terraformSubjects(text, 'backup')).toMatchInlineSnapshot(`
    "backup :google_backup_dr_backup_plan.main.backup_rules[0] "google_backup_dr_backup_plan.main.backup_rules[0]" @11:3
      mechanism: "backup-plan"
      method: "snapshot" @11:3
      intervalHours: 96 @15:25
      retentionDays: 90 @13:29
      offsite: true @3:14
      copyRegions: ["europe-west4"] @3:14
      encrypted: true @11:3
      immutable: true @2:1
      active: true @11:3
      lasting: true @11:3
      sources: []
      covers: [":google_compute_instance.web"] @33:1

    backup :google_backup_dr_backup_plan.main.backup_rules[1] "google_backup_dr_backup_plan.main.backup_rules[1]" @19:3
      mechanism: "backup-plan"
      method: "snapshot" @19:3
      intervalHours: 6 @23:26
      retentionDays: 7 @21:29
      offsite: true @3:14
      copyRegions: ["europe-west4"] @3:14
      encrypted: true @19:3
      immutable: true @2:1
      active: true @19:3
      lasting: true @19:3
      sources: []
      covers: [":google_compute_instance.web"] @33:1

    backup :google_gke_backup_backup_plan.main "google_gke_backup_backup_plan.main" @42:1
      mechanism: "backup-plan"
      method: "snapshot" @42:1
      intervalHours: 168 @45:37
      retentionDays: 90 @48:31
      offsite: true @44:14
      copyRegions: ["europe-west4"] @44:14
      encrypted: true @42:1
      immutable: true @47:31
      active: true @42:1
      lasting: true @42:1
      sources: []
      covers: [":google_container_cluster.main"] @42:1"
  `);
});

test('schedules of disks and databases', async () => {
  const text = `
resource "google_compute_resource_policy" "nightly" {
  name   = "nightly"
  region = "europe-west3"
  snapshot_schedule_policy {
    schedule {
      daily_schedule {
        days_in_cycle = 1
        start_time    = "04:00"
      }
    }
    retention_policy { max_retention_days = 14 }
    snapshot_properties { storage_locations = ["europe-west3"] }
  }
}

resource "google_compute_disk" "data" {
  name = "data"
}

resource "google_compute_disk_resource_policy_attachment" "data" {
  name = google_compute_resource_policy.nightly.name
  disk = google_compute_disk.data.name
}

resource "google_firestore_database" "main" {
  name = "main"
}

resource "google_firestore_backup_schedule" "daily" {
  database  = google_firestore_database.main.name
  retention = "604800s"
  daily_recurrence {}
}

resource "google_spanner_database" "orders" {
  name = "orders"
}

resource "google_spanner_backup_schedule" "orders" {
  database           = google_spanner_database.orders.name
  retention_duration = "2592000s"
  spec {
    cron_spec { text = "0 */12 * * *" }
  }
}

resource "google_alloydb_cluster" "ledger" {
  location = "europe-west3"
}

resource "google_alloydb_cluster" "weekly" {
  continuous_backup_config { enabled = false }
  automated_backup_policy {
    enabled = true
    weekly_schedule { days_of_week = ["SUNDAY"] }
    time_based_retention { retention_period = "2592000s" }
  }
}

resource "google_sql_database_instance" "carts" {
  region = "europe-west3"
  settings {
    backup_configuration {
      enabled                        = true
      point_in_time_recovery_enabled = true
      location                       = "eu"
    }
  }
}
`;
  expect(await terraformSubjects(text, 'backup')).toMatchInlineSnapshot(`
    "backup :google_sql_database_instance.carts "google_sql_database_instance.carts" @61:1
      mechanism: "database-automated"
      method: "continuous" @66:40
      intervalHours: 0.08333333333333333 @66:40
      retentionDays: 7 @64:5 (backup_retention_settings.retained_backups is not set here @64:5)
      offsite: true @67:40
      copyRegions: ["eu"] @67:40
      encrypted: true @61:1
      immutable: false @61:1
      active: true @61:1
      lasting: true @61:1
      sources: []
      covers: [":google_sql_database_instance.carts"] @61:1

    backup :google_compute_resource_policy.nightly "google_compute_resource_policy.nightly" @2:1
      mechanism: "backup-plan"
      method: "snapshot" @5:3
      intervalHours: 24 @8:25
      retentionDays: 14 @12:45
      offsite: false @13:47
      copyRegions: ["europe-west3"] @13:47
      encrypted: true @5:3
      immutable: false @5:3
      active: true @5:3
      lasting: true @5:3
      sources: []
      covers: [":google_compute_disk.data"] @2:1

    backup :google_firestore_backup_schedule.daily "google_firestore_backup_schedule.daily" @30:1
      mechanism: "backup-plan"
      method: "snapshot" @30:1
      intervalHours: 24 @30:1
      retentionDays: 7 @32:15
      offsite: false @30:1
      copyRegions: [] @30:1
      encrypted: true @30:1
      immutable: false @30:1
      active: true @30:1
      lasting: true @30:1
      sources: []
      covers: [":google_firestore_database.main"] @30:1

    backup :google_spanner_backup_schedule.orders "google_spanner_backup_schedule.orders" @40:1
      mechanism: "backup-plan"
      method: "snapshot" @40:1
      intervalHours: 12 @44:24
      retentionDays: 30 @42:24
      offsite: false @40:1
      copyRegions: [] @40:1
      encrypted: true @40:1
      immutable: false @40:1
      active: true @40:1
      lasting: true @40:1
      sources: []
      covers: [":google_spanner_database.orders"] @40:1

    backup :google_alloydb_cluster.ledger "google_alloydb_cluster.ledger" @48:1
      mechanism: "backup-plan"
      method: "continuous" @48:1
      intervalHours: 0.08333333333333333 @48:1
      retentionDays: 14 @48:1
      offsite: false @48:1
      copyRegions: [] @48:1
      encrypted: true @48:1
      immutable: false @48:1
      active: true @48:1
      lasting: true @48:1
      sources: []
      covers: [":google_alloydb_cluster.ledger"] @48:1

    backup :google_alloydb_cluster.weekly "google_alloydb_cluster.weekly" @52:1
      mechanism: "backup-plan"
      method: "snapshot" @54:3
      intervalHours: 168 @56:38
      retentionDays: 30 @57:47
      offsite: false @52:1
      copyRegions: [] @52:1
      encrypted: true @52:1
      immutable: false @52:1
      active: true @55:15
      lasting: true @52:1
      sources: []
      covers: [":google_alloydb_cluster.weekly"] @52:1"
  `);
});
