import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('what a stack makes is listed as plans do, with sizes, numbers and storage', async () => {
  const text = `
variable "class" {}
resource "aws_db_instance" "orders" {
  engine            = "postgres"
  instance_class    = "db.m7g.large"
  allocated_storage = 100
  multi_az          = true
}
resource "aws_db_instance" "open" {
  engine         = "aurora-postgresql"
  instance_class = var.class
}
resource "aws_eks_cluster" "main" {}
resource "aws_eks_node_group" "main" {
  instance_types = ["m6i.large"]
  scaling_config {
    min_size = 3
    max_size = 6
  }
}
resource "azurerm_kubernetes_cluster" "main" {
  default_node_pool {
    vm_size = "Standard_D4s_v5"
  }
}
resource "google_sql_database_instance" "main" {
  database_version = "POSTGRES_16"
  settings {
    tier = "db-custom-2-8192"
  }
}
resource "google_sql_database_instance" "spread" {
  database_version = "POSTGRES_16"
  settings {
    tier              = "db-custom-2-8192"
    availability_type = "REGIONAL"
  }
}
resource "google_container_node_pool" "main" {}
resource "google_container_node_pool" "spread" {
  node_locations = ["europe-west1-b", "europe-west1-c"]
  node_count     = 3
  autoscaling { max_node_count = 5 }
}
`;
  expect(await terraformSubjects(text, 'cloud-service')).toMatchInlineSnapshot(`
    "cloud-service :aws_db_instance.orders "aws_db_instance.orders" @3:1
      provider: "aws"
      type: "database"
      services: ["rds","postgres","rdspostgres","postgresql","rdspostgresql"] @4:23
      size: "db.m7g.large" @5:23
      least: 1 @3:1
      most: 2 @7:23
      storageGib: 100 @6:23

    cloud-service :aws_db_instance.open "aws_db_instance.open" @9:1
      provider: "aws"
      type: "database"
      services: ["rds","aurorapostgresql","rdsaurorapostgresql","postgres","rdspostgres","postgresql","rdspostgresql"] @10:20
      size: unknown because var.class has no value @2:1 (var.class is used here @11:20)
      least: 1 @9:1
      most: 1 @9:1
      storageGib: null @9:1

    cloud-service :aws_eks_cluster.main "aws_eks_cluster.main" @13:1
      provider: "aws"
      type: "containers"
      services: ["eks"] @13:1
      size: null @13:1
      least: 0 @13:1
      most: 0 @13:1
      storageGib: null @13:1

    cloud-service :aws_eks_node_group.main "aws_eks_node_group.main" @14:1
      provider: "aws"
      type: "containers"
      services: ["eks"] @14:1
      size: "m6i.large" @15:21
      least: 3 @17:16
      most: 6 @18:16
      storageGib: null @14:1

    cloud-service :azurerm_kubernetes_cluster.main "azurerm_kubernetes_cluster.main" @21:1
      provider: "azure"
      type: "containers"
      services: ["aks"] @21:1
      size: "Standard_D4s_v5" @23:15
      least: unknown because how many there are is not set @21:1
      most: unknown because how many there are is not set @21:1
      storageGib: null @21:1

    cloud-service :google_container_node_pool.main "google_container_node_pool.main" @39:1
      provider: "gcp"
      type: "containers"
      services: ["gke"] @39:1
      size: null @39:1
      least: unknown because it has machines in each of its zones @39:1
      most: unknown because it has machines in each of its zones @39:1
      storageGib: null @39:1

    cloud-service :google_container_node_pool.spread "google_container_node_pool.spread" @40:1
      provider: "gcp"
      type: "containers"
      services: ["gke"] @40:1
      size: null @40:1
      least: 6 @42:20
      most: 10 @43:34
      storageGib: null @40:1

    cloud-service :google_sql_database_instance.main "google_sql_database_instance.main" @26:1
      provider: "gcp"
      type: "database"
      services: ["cloudsql","postgres","cloudsqlpostgres","postgresql","cloudsqlpostgresql"] @27:22
      size: "db-custom-2-8192" @29:12
      least: 1 @26:1
      most: 1 @26:1
      storageGib: null @26:1

    cloud-service :google_sql_database_instance.spread "google_sql_database_instance.spread" @32:1
      provider: "gcp"
      type: "database"
      services: ["cloudsql","postgres","cloudsqlpostgres","postgresql","cloudsqlpostgresql"] @33:22
      size: "db-custom-2-8192" @35:25
      least: 1 @32:1
      most: 2 @36:25
      storageGib: null @32:1"
  `);
});

test.each([
  ['EKS in auto mode', 'resource "aws_eks_cluster" "c" {\n  compute_config { enabled = true }\n}'],
  ['Fargate', 'resource "aws_eks_fargate_profile" "c" {}'],
  ['Autopilot', 'resource "google_container_cluster" "c" {\n  enable_autopilot = true\n}'],
  [
    'provisioning by GKE',
    'resource "google_container_cluster" "c" {\n  cluster_autoscaling { enabled = true }\n}',
  ],
  [
    'virtual nodes of AKS',
    'resource "azurerm_kubernetes_cluster" "c" {\n  aci_connector_linux { subnet_name = "a" }\n}',
  ],
  [
    'provisioning by AKS',
    'resource "azurerm_kubernetes_cluster" "c" {\n  node_provisioning_profile { mode = "Auto" }\n}',
  ],
])('how many machines there are at most is not known with %s', async (_, text) => {
  expect(await terraformSubjects(text, 'cloud-service')).toContain(
    'most: unknown because its cloud adds machines as they are needed',
  );
});

test.each([
  'resource "aws_eks_cluster" "c" {\n  compute_config { enabled = false }\n}',
  'resource "google_container_cluster" "c" {\n  cluster_autoscaling { enabled = false }\n}',
])('clusters that add none have none of their own: %j', async (text) => {
  expect(await terraformSubjects(text, 'cloud-service')).toContain('most: 0');
});

test('plans of App Service, their apps and databases of Azure are listed with what scales or stands by', async () => {
  const text = `
resource "azurerm_service_plan" "shop" {
  sku_name     = "P2v3"
  worker_count = 3
}
resource "azurerm_linux_web_app" "shop" {
  service_plan_id = azurerm_service_plan.shop.id
}
resource "azurerm_postgresql_flexible_server" "orders" {
  sku_name   = "GP_Standard_D2ds_v5"
  storage_mb = 65536
  high_availability {
    mode = "ZoneRedundant"
  }
}
`;
  const scaled = `${text}resource "azurerm_monitor_autoscale_setting" "shop" {}\n`;
  expect(await terraformSubjects(text, 'cloud-service')).toMatchInlineSnapshot(`
    "cloud-service :azurerm_postgresql_flexible_server.orders "azurerm_postgresql_flexible_server.orders" @9:1
      provider: "azure"
      type: "database"
      services: ["azurepostgresql","postgresqlflexibleserver","postgresflexible","azurepostgres","postgresql","postgres"] @9:1
      size: "GP_Standard_D2ds_v5" @10:16
      least: 1 @9:1
      most: 2 @13:12
      storageGib: 64 @11:16

    cloud-service :azurerm_service_plan.shop "azurerm_service_plan.shop" @2:1
      provider: "azure"
      type: "compute"
      services: ["appservice","appserviceplan","webapp"] @2:1
      size: "P2v3" @3:18
      least: 3 @4:18
      most: 3 @4:18
      storageGib: null @2:1

    cloud-service :azurerm_linux_web_app.shop "azurerm_linux_web_app.shop" @6:1
      provider: "azure"
      type: "compute"
      services: ["appservice","webapp"] @6:1
      size: null @6:1
      least: 0 @6:1
      most: 0 @6:1
      storageGib: null @6:1"
  `);
  const counts = (await terraformSubjects(scaled, 'cloud-service'))
    .split('\n')
    .filter((line) => /least|most/.test(line));
  expect(counts).toMatchInlineSnapshot(`
    [
      "  least: 1 @9:1",
      "  most: 2 @13:12",
      "  least: unknown because what scales it may add some and take some away @2:1 (what scales is here @16:1)",
      "  most: unknown because what scales it may add some and take some away @2:1 (what scales is here @16:1)",
      "  least: 0 @6:1",
      "  most: 0 @6:1",
    ]
  `);
});
