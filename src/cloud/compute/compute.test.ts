import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('an instance is as public as its subnet, and its template says what it leaves open', async () => {
  const text = `
resource "aws_subnet" "a" { map_public_ip_on_launch = true }
resource "aws_instance" "a" { subnet_id = aws_subnet.a.id }
resource "aws_instance" "b" {
  associate_public_ip_address = false
  launch_template { name = "hardened" }
}
resource "aws_instance" "c" {
  metadata_options { http_endpoint = "disabled" }
}
`;
  expect(await terraformSubjects(text, 'instance')).toMatchInlineSnapshot(`
    "instance :aws_instance.a "aws_instance.a" @3:1
      provider: "aws"
      public: true @3:43 (map_public_ip_on_launch is set here @2:55)
      metadataOpen: true @3:1 (metadata_options.http_tokens is not set here @3:1)
      passwordLogin: false @3:1
      serialConsole: false @3:1
      osLoginOff: false @3:1
      projectKeys: false @3:1
      forwarding: false @3:1 (source_dest_check is not set here @3:1)
      bootUnchecked: false @3:1
      defaultAccount: false @3:1
      everyScope: false @3:1

    instance :aws_instance.b "aws_instance.b" @4:1
      provider: "aws"
      public: false @5:33
      metadataOpen: unknown because its launch_template decides @4:1
      passwordLogin: false @4:1
      serialConsole: false @4:1
      osLoginOff: false @4:1
      projectKeys: false @4:1
      forwarding: false @4:1 (source_dest_check is not set here @4:1)
      bootUnchecked: false @4:1
      defaultAccount: false @4:1
      everyScope: false @4:1

    instance :aws_instance.c "aws_instance.c" @8:1
      provider: "aws"
      public: null @8:1
      metadataOpen: false @9:38
      passwordLogin: false @8:1
      serialConsole: false @8:1
      osLoginOff: false @8:1
      projectKeys: false @8:1
      forwarding: false @8:1 (source_dest_check is not set here @8:1)
      bootUnchecked: false @8:1
      defaultAccount: false @8:1
      everyScope: false @8:1"
  `);
});

test('instances of a template are read with the names of CloudFormation', async () => {
  const text = `
Resources:
  Open:
    Type: AWS::EC2::Subnet
    Properties: { MapPublicIpOnLaunch: 'True' }
  Web:
    Type: AWS::EC2::Instance
    Properties:
      SubnetId: !Ref Open
      SourceDestCheck: 'false'
      MetadataOptions: { HttpTokens: required }
`;
  expect(await cloudFormationSubjects(text, 'instance')).toMatchInlineSnapshot(`
    "instance template.yaml:Web "Web" @6:3
      provider: "aws"
      public: true @9:17 (MapPublicIpOnLaunch is set here @5:40)
      metadataOpen: false @11:38
      passwordLogin: false @6:3
      serialConsole: false @6:3
      osLoginOff: false @6:3
      projectKeys: false @6:3
      forwarding: true @10:24
      bootUnchecked: false @6:3
      defaultAccount: false @6:3
      everyScope: false @6:3"
  `);
});

test('what Google makes by itself is the default account, what another resource makes is not', async () => {
  const text = `
variable "account" {}
resource "google_service_account" "own" { account_id = "own" }
resource "google_compute_instance" "a" {
  service_account {
    email  = google_service_account.own.email
    scopes = ["https://www.googleapis.com/auth/cloud-platform"]
  }
}
data "google_compute_default_service_account" "it" {}
resource "google_compute_instance" "b" {
  service_account {
    email  = data.google_compute_default_service_account.it.email
    scopes = ["logging-write"]
  }
}
`;
  expect(await terraformSubjects(text, 'instance')).toMatchInlineSnapshot(`
    "instance :google_compute_instance.a "google_compute_instance.a" @4:1
      provider: "gcp"
      public: false @4:1 (network_interface.ipv6_access_config is not set here @4:1)
      metadataOpen: false @4:1
      passwordLogin: false @4:1
      serialConsole: false @4:1 (metadata.serial-port-enable is not set here @4:1)
      osLoginOff: false @4:1 (metadata.enable-oslogin is not set here @4:1)
      projectKeys: true @4:1 (metadata.block-project-ssh-keys is not set here @4:1)
      forwarding: false @4:1 (can_ip_forward is not set here @4:1)
      bootUnchecked: false @4:1
      defaultAccount: false @6:14
      everyScope: true @7:15

    instance :google_compute_instance.b "google_compute_instance.b" @11:1
      provider: "gcp"
      public: false @11:1 (network_interface.ipv6_access_config is not set here @11:1)
      metadataOpen: false @11:1
      passwordLogin: false @11:1
      serialConsole: false @11:1 (metadata.serial-port-enable is not set here @11:1)
      osLoginOff: false @11:1 (metadata.enable-oslogin is not set here @11:1)
      projectKeys: true @11:1 (metadata.block-project-ssh-keys is not set here @11:1)
      forwarding: false @11:1 (can_ip_forward is not set here @11:1)
      bootUnchecked: false @11:1
      defaultAccount: true @13:14
      everyScope: false @14:14"
  `);
});

test('permissions to call name the source, the organization, or are as open as the URL that they belong to', async () => {
  const text = `
resource "aws_lambda_permission" "source" {
  principal  = "s3.amazonaws.com"
  source_arn = "arn:aws:s3:::orders"
}
resource "aws_lambda_permission" "organization" {
  principal        = "*"
  principal_org_id = "o-abc"
}
resource "aws_lambda_permission" "url" {
  principal              = "*"
  function_url_auth_type = "NONE"
}
resource "aws_lambda_permission" "all" {
  principal  = "*"
  source_arn = "arn:aws:s3:::orders"
}
`;
  expect(await terraformSubjects(text, 'function-access')).toMatchInlineSnapshot(`
    "function-access :aws_lambda_permission.source "aws_lambda_permission.source" @2:1
      provider: "aws"
      anyone: false @2:1
      anyCustomer: false @3:16

    function-access :aws_lambda_permission.organization "aws_lambda_permission.organization" @6:1
      provider: "aws"
      anyone: false @6:1
      anyCustomer: false @6:1

    function-access :aws_lambda_permission.url "aws_lambda_permission.url" @10:1
      provider: "aws"
      anyone: false @10:1
      anyCustomer: false @10:1

    function-access :aws_lambda_permission.all "aws_lambda_permission.all" @14:1
      provider: "aws"
      anyone: false @14:1
      anyCustomer: true @15:16"
  `);
});

test('a cluster is open to whom its lists name, to nobody behind an empty block, to all without one', async () => {
  const text = `
variable "networks" {}
resource "google_container_cluster" "closed" {
  master_authorized_networks_config {}
}
resource "google_container_cluster" "private" {
  private_cluster_config { enable_private_endpoint = true }
}
resource "azurerm_kubernetes_cluster" "listed" {
  api_server_authorized_ip_ranges = ["192.0.2.0/24"]
  network_profile { network_policy = "calico" }
}
resource "aws_eks_cluster" "unknown" {
  vpc_config { public_access_cidrs = var.networks }
}
`;
  expect(await terraformSubjects(text, 'cluster')).toMatchInlineSnapshot(`
    "cluster :aws_eks_cluster.unknown "aws_eks_cluster.unknown" @13:1
      provider: "aws"
      openTo: unknown because var.networks has no value @2:1 (var.networks is used here @14:38)
      secretsEncrypted: true @13:1
      missingLogs: ["api","audit","authenticator"] @13:1
      monitored: null @13:1
      keepsLogs: false @13:1
      roleBased: true @13:1
      networkPolicy: null @13:1
      multiZone: true @13:1
      privateNodes: null @13:1
      legacyLogin: false @13:1

    cluster :azurerm_kubernetes_cluster.listed "azurerm_kubernetes_cluster.listed" @9:1
      provider: "azure"
      openTo: ["192.0.2.0/24"] @10:38
      secretsEncrypted: true @9:1
      missingLogs: unknown because no diagnostic setting is in the files @9:1
      monitored: false @9:1 (addon_profile.oms_agent.enabled is not set here @9:1)
      keepsLogs: false @9:1 (addon_profile.oms_agent.enabled is not set here @9:1)
      roleBased: true @9:1 (role_based_access_control.enabled is not set here @9:1)
      networkPolicy: true @11:38
      multiZone: false @9:1
      privateNodes: true @9:1 (default_node_pool.enable_node_public_ip is not set here @9:1)
      legacyLogin: false @9:1

    cluster :google_container_cluster.closed "google_container_cluster.closed" @3:1
      provider: "gcp"
      openTo: [] @4:3
      secretsEncrypted: true @3:1
      missingLogs: [] @3:1 (logging_service is not set here @3:1)
      monitored: true @3:1 (monitoring_service is not set here @3:1)
      keepsLogs: true @3:1 (logging_service is not set here @3:1)
      roleBased: true @3:1 (enable_legacy_abac is not set here @3:1)
      networkPolicy: false @3:1 (network_policy.enabled is not set here @3:1)
      multiZone: unknown because where it stands is for the provider to say @3:1
      privateNodes: false @3:1 (private_cluster_config.enable_private_nodes is not set here @3:1)
      legacyLogin: false @3:1

    cluster :google_container_cluster.private "google_container_cluster.private" @6:1
      provider: "gcp"
      openTo: [] @7:54
      secretsEncrypted: true @6:1
      missingLogs: [] @6:1 (logging_service is not set here @6:1)
      monitored: true @6:1 (monitoring_service is not set here @6:1)
      keepsLogs: true @6:1 (logging_service is not set here @6:1)
      roleBased: true @6:1 (enable_legacy_abac is not set here @6:1)
      networkPolicy: false @6:1 (network_policy.enabled is not set here @6:1)
      multiZone: unknown because where it stands is for the provider to say @6:1
      privateNodes: false @7:3 (enable_private_nodes is not set here @7:3)
      legacyLogin: false @6:1"
  `);
});

test('logs and settings of clusters are found in templates', async () => {
  const text = `
Resources:
  Shop:
    Type: AWS::EKS::Cluster
    Properties:
      Version: '1.27'
      ResourcesVpcConfig: { EndpointPublicAccess: false }
      EncryptionConfig: [{ Resources: [secrets] }]
      Logging: { ClusterLogging: { EnabledTypes: [{ Type: audit }, { Type: api }] } }
  Tasks:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterSettings: [{ Name: other, Value: disabled }, { Name: containerInsights, Value: enabled }]
`;
  expect(await cloudFormationSubjects(text, 'cluster')).toMatchInlineSnapshot(`
    "cluster template.yaml:Shop "Shop" @3:3
      provider: "aws"
      openTo: [] @7:51
      secretsEncrypted: true @8:39
      missingLogs: ["authenticator"] @9:59
      monitored: null @3:3
      keepsLogs: false @3:3
      roleBased: true @3:3
      networkPolicy: null @3:3
      multiZone: true @3:3
      privateNodes: null @3:3
      legacyLogin: false @3:3

    cluster template.yaml:Tasks "Tasks" @10:3
      provider: "aws"
      openTo: [] @10:3
      secretsEncrypted: true @10:3
      missingLogs: [] @10:3
      monitored: true @13:93
      keepsLogs: null @10:3
      roleBased: true @10:3
      networkPolicy: null @10:3
      multiZone: null @10:3
      privateNodes: null @10:3
      legacyLogin: false @10:3"
  `);
});

test('nodes of a cluster of GKE have the account that the cluster gives them', async () => {
  const text = `
resource "google_compute_instance" "node" {
  name = "gke-shop-pool-1"
  service_account {
    email  = "1234-compute@developer.gserviceaccount.com"
    scopes = ["cloud-platform"]
  }
}
`;
  const subjects = await terraformSubjects(text, 'instance');
  expect(subjects).toContain('defaultAccount: false @2:1');
  expect(subjects).toContain('everyScope: false @2:1');
});
