resource "aws_athena_workgroup" "absent" {
  name = "reports"
  configuration {
    result_configuration {
      output_location = "s3://reports/"
    }
  }
}

resource "aws_glue_security_configuration" "part" {
  name = "jobs"
  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "DISABLED"
    }
    s3_encryption {
      s3_encryption_mode = "SSE-S3"
    }
  }
}

resource "azurerm_data_lake_store" "off" {
  name             = "lake"
  encryption_state = "Disabled"
}

resource "aws_codebuild_project" "web" {
  name = "web"
  artifacts {
    type                = "S3"
    encryption_disabled = true
  }
}
