import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('SQS encrypts by itself, SNS and Kinesis do not, and Firehose has what its source has', async () => {
  const text = `
variable "key" {}
resource "aws_sqs_queue" "bare" {}
resource "aws_sqs_queue" "off" {
  sqs_managed_sse_enabled = false
  kms_master_key_id       = ""
}
resource "aws_sqs_queue" "kms" {
  sqs_managed_sse_enabled = false
  kms_master_key_id       = "alias/orders"
}
resource "aws_sns_topic" "bare" {}
resource "aws_sns_topic" "kms" { kms_master_key_id = aws_kms_key.main.id }
resource "aws_sns_topic" "perhaps" { kms_master_key_id = var.key }
resource "aws_kinesis_stream" "bare" {}
resource "aws_kinesis_stream" "kms" { encryption_type = "KMS" }
resource "aws_kinesis_firehose_delivery_stream" "bare" {}
resource "aws_kinesis_firehose_delivery_stream" "fed" {
  kinesis_source_configuration { kinesis_stream_arn = aws_kinesis_stream.bare.arn }
}
`;
  const lines = (await terraformSubjects(text, 'queue'))
    .split('\n')
    .filter((line) => /^queue|encrypted:/.test(line.trim()));
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "queue :aws_sqs_queue.bare "aws_sqs_queue.bare" @3:1
      encrypted: true @3:1 (sqs_managed_sse_enabled is not set here @3:1)
    queue :aws_sqs_queue.off "aws_sqs_queue.off" @4:1
      encrypted: false @5:29
    queue :aws_sqs_queue.kms "aws_sqs_queue.kms" @8:1
      encrypted: true @10:29
    queue :aws_sns_topic.bare "aws_sns_topic.bare" @12:1
      encrypted: false @12:1 (kms_master_key_id is not set here @12:1)
    queue :aws_sns_topic.kms "aws_sns_topic.kms" @13:1
      encrypted: true @13:54
    queue :aws_sns_topic.perhaps "aws_sns_topic.perhaps" @14:1
      encrypted: unknown because var.key has no value @2:1 (var.key is used here @14:58)
    queue :aws_kinesis_stream.bare "aws_kinesis_stream.bare" @15:1
      encrypted: false @15:1 (encryption_type is not set here @15:1)
    queue :aws_kinesis_stream.kms "aws_kinesis_stream.kms" @16:1
      encrypted: true @16:57
    queue :aws_kinesis_firehose_delivery_stream.bare "aws_kinesis_firehose_delivery_stream.bare" @17:1
      encrypted: false @17:1 (server_side_encryption.enabled is not set here @17:1)
    queue :aws_kinesis_firehose_delivery_stream.fed "aws_kinesis_firehose_delivery_stream.fed" @18:1
      encrypted: null @18:1"
  `);
});

test('a broker has what is said of its clients and of its brokers, and can be public', async () => {
  const text = `
resource "aws_msk_cluster" "bare" {}
resource "aws_msk_cluster" "plain" {
  encryption_info {
    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = false
    }
  }
  broker_node_group_info {
    connectivity_info {
      public_access { type = "SERVICE_PROVIDED_EIPS" }
    }
  }
}
resource "aws_mq_broker" "open" { publicly_accessible = true }
resource "google_pubsub_topic" "orders" {}
`;
  expect(await terraformSubjects(text, 'queue')).toMatchInlineSnapshot(`
    "queue :aws_msk_cluster.bare "aws_msk_cluster.bare" @2:1
      provider: "aws"
      encrypted: true @2:1
      encryptedInTransit: true @2:1 (encryption_info.encryption_in_transit.client_broker is not set here @2:1)
      public: false @2:1 (broker_node_group_info.connectivity_info.public_access.type is not set here @2:1)
      logged: false @2:1 (logging_info.broker_logs.cloudwatch_logs.enabled is not set here @2:1)

    queue :aws_msk_cluster.plain "aws_msk_cluster.plain" @3:1
      provider: "aws"
      encrypted: true @3:1
      encryptedInTransit: false @7:23
      public: true @12:30
      logged: false @3:1 (logging_info.broker_logs.cloudwatch_logs.enabled is not set here @3:1)

    queue :aws_mq_broker.open "aws_mq_broker.open" @16:1
      provider: "aws"
      encrypted: true @16:1
      encryptedInTransit: true @16:1
      public: true @16:57
      logged: false @16:1 (logs.general is not set here @16:1)

    queue :google_pubsub_topic.orders "google_pubsub_topic.orders" @17:1
      provider: "gcp"
      encrypted: true @17:1
      encryptedInTransit: true @17:1
      public: null @17:1
      logged: null @17:1"
  `);
});

test('a search domain has the defaults of its service, which are not told for HTTPS without a block', async () => {
  const text = `
resource "aws_opensearch_domain" "bare" {}
resource "aws_elasticsearch_domain" "full" {
  encrypt_at_rest { enabled = true }
  node_to_node_encryption { enabled = true }
  domain_endpoint_options {
    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
  }
  vpc_options { subnet_ids = [aws_subnet.a.id] }
}
resource "azurerm_search_service" "bare" {}
`;
  expect(await terraformSubjects(text, 'search-domain')).toMatchInlineSnapshot(`
    "search-domain :aws_elasticsearch_domain.full "aws_elasticsearch_domain.full" @3:1
      provider: "aws"
      encrypted: true @4:31
      encryptedBetweenNodes: true @5:39
      httpsOnly: true @6:3 (enforce_https is not set here @6:3)
      modernTls: true @7:27
      public: false @9:3
      logged: false @3:1 (log_publishing_options is not set here @3:1)

    search-domain :aws_opensearch_domain.bare "aws_opensearch_domain.bare" @2:1
      provider: "aws"
      encrypted: false @2:1 (encrypt_at_rest.enabled is not set here @2:1)
      encryptedBetweenNodes: false @2:1 (node_to_node_encryption.enabled is not set here @2:1)
      httpsOnly: unknown because domain_endpoint_options is not set @2:1
      modernTls: false @2:1 (domain_endpoint_options.tls_security_policy is not set here @2:1)
      public: true @2:1 (vpc_options is not set here @2:1)
      logged: false @2:1 (log_publishing_options is not set here @2:1)

    search-domain :azurerm_search_service.bare "azurerm_search_service.bare" @11:1
      provider: "azure"
      encrypted: true @11:1
      encryptedBetweenNodes: true @11:1
      httpsOnly: true @11:1
      modernTls: true @11:1
      public: true @11:1 (public_network_access_enabled is not set here @11:1)
      logged: null @11:1"
  `);
});

test('data services encrypt what all their settings say', async () => {
  const text = `
resource "aws_athena_workgroup" "bare" {}
resource "aws_athena_workgroup" "full" {
  configuration {
    enforce_workgroup_configuration = false
    result_configuration {
      encryption_configuration { encryption_option = "SSE_KMS" }
    }
  }
}
resource "aws_glue_security_configuration" "part" {
  encryption_configuration {
    cloudwatch_encryption { cloudwatch_encryption_mode = "SSE-KMS" }
    job_bookmarks_encryption { job_bookmarks_encryption_mode = "DISABLED" }
    s3_encryption { s3_encryption_mode = "SSE-KMS" }
  }
}
resource "aws_dms_replication_instance" "open" { publicly_accessible = true }
resource "azurerm_data_lake_store" "off" { encryption_state = "Disabled" }
resource "aws_codebuild_project" "off" {
  artifacts {
    type                = "S3"
    encryption_disabled = true
  }
}
resource "google_dataproc_cluster" "bare" {}
`;
  expect(await terraformSubjects(text, 'data-service')).toMatchInlineSnapshot(`
    "data-service :aws_athena_workgroup.bare "aws_athena_workgroup.bare" @2:1
      provider: "aws"
      encrypted: false @2:1 (configuration.result_configuration.encryption_configuration.encryption_option is not set here @2:1)
      enforced: true @2:1 (configuration.enforce_workgroup_configuration is not set here @2:1)
      public: null @2:1

    data-service :aws_athena_workgroup.full "aws_athena_workgroup.full" @3:1
      provider: "aws"
      encrypted: true @7:54
      enforced: false @5:39
      public: null @3:1

    data-service :aws_glue_security_configuration.part "aws_glue_security_configuration.part" @11:1
      provider: "aws"
      encrypted: false @14:64
      enforced: null @11:1
      public: null @11:1

    data-service :aws_dms_replication_instance.open "aws_dms_replication_instance.open" @18:1
      provider: "aws"
      encrypted: true @18:1
      enforced: null @18:1
      public: true @18:72

    data-service :azurerm_data_lake_store.off "azurerm_data_lake_store.off" @19:1
      provider: "azure"
      encrypted: false @19:63
      enforced: null @19:1
      public: null @19:1

    data-service :aws_codebuild_project.off "aws_codebuild_project.off" @20:1
      provider: "aws"
      encrypted: false @23:27
      enforced: null @20:1
      public: null @20:1

    data-service :google_dataproc_cluster.bare "google_dataproc_cluster.bare" @26:1
      provider: "gcp"
      encrypted: true @26:1
      enforced: null @26:1
      public: unknown because internal_ip_only is not set, and its default depends on the version of the image @26:1"
  `);
});

test('notebooks and servers for files are on the internet unless they say otherwise, also as old numbers', async () => {
  const text = `
resource "aws_sagemaker_notebook_instance" "bare" {}
resource "aws_sagemaker_notebook_instance" "inside" { direct_internet_access = "Disabled" }
resource "aws_transfer_server" "bare" {}
resource "aws_transfer_server" "inside" { endpoint_type = "VPC" }
resource "aws_dms_replication_instance" "old" { publicly_accessible = 1 }
`;
  const lines = (await terraformSubjects(text, 'data-service')).split('\n');
  expect(lines.filter((line) => line.includes('public:'))).toMatchInlineSnapshot(`
    [
      "  public: true @6:71",
      "  public: true @2:1 (direct_internet_access is not set here @2:1)",
      "  public: false @3:80",
      "  public: true @4:1 (endpoint_type is not set here @4:1)",
      "  public: false @5:59",
    ]
  `);
});
