import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('pools of GKE stand where their cluster does, unless they say so, and its own pool is one too', async () => {
  const text = `
resource "google_container_cluster" "zonal" {
  location = "europe-west1-b"
  node_config { service_account = google_service_account.nodes.email }
}
resource "google_container_node_pool" "same" {
  cluster = google_container_cluster.zonal.name
}
resource "google_container_node_pool" "spread" {
  cluster        = google_container_cluster.zonal.name
  node_locations = ["europe-west1-b", "europe-west1-c"]
  node_config {
    service_account = "default"
    workload_metadata_config { mode = "GKE_METADATA" }
  }
}
resource "google_container_cluster" "hiding" {
  remove_default_node_pool = true
  location                 = "europe-west1"
  workload_identity_config {}
}
resource "google_container_node_pool" "hidden" {
  cluster = google_container_cluster.hiding.name
}
resource "google_container_node_pool" "elsewhere" {
  cluster = "other"
}
resource "google_service_account" "nodes" {}
`;
  expect(await terraformSubjects(text, 'node-pool')).toMatchInlineSnapshot(`
    "node-pool :google_container_node_pool.same "google_container_node_pool.same" @6:1
      provider: "gcp"
      multiZone: false @3:14
      defaultAccount: true @6:1
      metadataOpen: true @6:1
      sshOpen: false @6:1
      bootUnchecked: false @6:1 (shielded_instance_config.enable_integrity_monitoring is not set here @6:1)

    node-pool :google_container_node_pool.spread "google_container_node_pool.spread" @9:1
      provider: "gcp"
      multiZone: true @11:20
      defaultAccount: true @13:23
      metadataOpen: false @14:39
      sshOpen: false @9:1
      bootUnchecked: false @12:3 (shielded_instance_config.enable_integrity_monitoring is not set here @12:3)

    node-pool :google_container_node_pool.hidden "google_container_node_pool.hidden" @22:1
      provider: "gcp"
      multiZone: true @19:30
      defaultAccount: true @22:1
      metadataOpen: false @20:3
      sshOpen: false @22:1
      bootUnchecked: false @22:1 (shielded_instance_config.enable_integrity_monitoring is not set here @22:1)

    node-pool :google_container_node_pool.elsewhere "google_container_node_pool.elsewhere" @25:1
      provider: "gcp"
      multiZone: unknown because where it stands is for the provider to say @25:1
      defaultAccount: true @25:1
      metadataOpen: unknown because its cluster is not among the files @25:1
      sshOpen: false @25:1
      bootUnchecked: false @25:1 (shielded_instance_config.enable_integrity_monitoring is not set here @25:1)

    node-pool :google_container_cluster.zonal.pool "google_container_cluster.zonal.pool" @2:1
      provider: "gcp"
      multiZone: false @3:14
      defaultAccount: false @4:35
      metadataOpen: true @4:3
      sshOpen: false @2:1
      bootUnchecked: false @4:3 (shielded_instance_config.enable_integrity_monitoring is not set here @4:3)"
  `);
});

test('those of EKS and AKS name subnets or zones, and let SSH in by a key alone', async () => {
  const text = `
variable "subnets" {}
resource "aws_eks_node_group" "open" {
  subnet_ids = ["subnet-1"]
  remote_access { ec2_ssh_key = "operations" }
}
resource "aws_eks_node_group" "given" {
  subnet_ids = var.subnets
}
resource "azurerm_kubernetes_cluster_node_pool" "spread" {
  zones = ["1", "2"]
}
`;
  expect(await terraformSubjects(text, 'node-pool')).toMatchInlineSnapshot(`
    "node-pool :aws_eks_node_group.open "aws_eks_node_group.open" @3:1
      provider: "aws"
      multiZone: false @4:16
      defaultAccount: null @3:1
      metadataOpen: null @3:1
      sshOpen: true @5:3
      bootUnchecked: false @3:1

    node-pool :aws_eks_node_group.given "aws_eks_node_group.given" @7:1
      provider: "aws"
      multiZone: unknown because var.subnets has no value @2:1 (var.subnets is used here @8:16)
      defaultAccount: null @7:1
      metadataOpen: null @7:1
      sshOpen: false @7:1
      bootUnchecked: false @7:1

    node-pool :azurerm_kubernetes_cluster_node_pool.spread "azurerm_kubernetes_cluster_node_pool.spread" @10:1
      provider: "azure"
      multiZone: true @11:11
      defaultAccount: null @10:1
      metadataOpen: null @10:1
      sshOpen: false @10:1
      bootUnchecked: false @10:1"
  `);
  const template = `
Resources:
  Web:
    Type: AWS::EKS::Nodegroup
    Properties:
      Subnets: [subnet-1, subnet-2]
      RemoteAccess: { Ec2SshKey: operations, SourceSecurityGroups: [sg-1] }
`;
  expect(await cloudFormationSubjects(template, 'node-pool')).toMatchInlineSnapshot(`
    "node-pool template.yaml:Web "Web" @3:3
      provider: "aws"
      multiZone: true @6:16
      defaultAccount: null @3:3
      metadataOpen: null @3:3
      sshOpen: false @7:7
      bootUnchecked: false @3:3"
  `);
});

test('clusters stand in a zone or a region, and the oldest ways in are facts', async () => {
  const text = `
resource "google_container_cluster" "zonal" {
  location = "europe-west1-b"
  master_auth {
    username = "admin"
    password = "a-long-password-1"
  }
}
resource "azurerm_kubernetes_cluster" "spread" {
  default_node_pool { zones = ["1", "2"] }
}
resource "aws_ecs_cluster" "tasks" {}
`;
  const facts = await terraformSubjects(text, 'cluster');
  const lines = facts.split('\n').filter((line) => /^\S|multiZone|privateNodes|legacyLogin/.test(line));
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "cluster :aws_ecs_cluster.tasks "aws_ecs_cluster.tasks" @12:1
      multiZone: null @12:1
      privateNodes: null @12:1
      legacyLogin: false @12:1
    cluster :azurerm_kubernetes_cluster.spread "azurerm_kubernetes_cluster.spread" @9:1
      multiZone: true @10:31
      privateNodes: true @10:3 (enable_node_public_ip is not set here @10:3)
      legacyLogin: false @9:1
    cluster :google_container_cluster.zonal "google_container_cluster.zonal" @2:1
      multiZone: false @3:14
      privateNodes: false @2:1 (private_cluster_config.enable_private_nodes is not set here @2:1)
      legacyLogin: true @6:16"
  `);
});

test('the default account of a project is known however it is named', async () => {
  const text = `
data "google_compute_default_service_account" "it" {}
data "google_project" "it" {}
resource "google_container_node_pool" "asked" {
  node_config { service_account = data.google_compute_default_service_account.it.email }
}
resource "google_container_node_pool" "composed" {
  node_config { service_account = "\${data.google_project.it.number}-compute@developer.gserviceaccount.com" }
}
resource "google_container_node_pool" "other" {
  node_config { service_account = "nodes@\${data.google_project.it.project_id}.iam.gserviceaccount.com" }
}
`;
  const subjects = await terraformSubjects(text, 'node-pool');
  expect(subjects.match(/defaultAccount: .*/g)).toEqual([
    'defaultAccount: true @5:35',
    'defaultAccount: true @8:35',
    expect.stringContaining('unknown because'),
  ]);
});
