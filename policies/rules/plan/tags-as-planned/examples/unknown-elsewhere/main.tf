variable "tags" {}

provider "aws" {}

resource "aws_s3_bucket" "documents" {
  tags = var.tags
}
