resource "aws_sqs_queue" "off" {
  name                    = "orders"
  sqs_managed_sse_enabled = false
}

resource "aws_sns_topic" "absent" {
  name = "orders"
}

resource "aws_kinesis_stream" "off" {
  name            = "clicks"
  shard_count     = 1
  encryption_type = "NONE"
}

resource "aws_kinesis_firehose_delivery_stream" "absent" {
  name        = "clicks"
  destination = "extended_s3"
}
