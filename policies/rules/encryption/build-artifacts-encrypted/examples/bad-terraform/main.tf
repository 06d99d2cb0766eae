resource "aws_codebuild_project" "shop" {
  name         = "shop"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type                = "S3"
    location            = "shop-artifacts"
    encryption_disabled = true
  }
}

resource "aws_codebuild_project" "reports" {
  name         = "reports"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type = "NO_ARTIFACTS"
  }
  secondary_artifacts {
    artifact_identifier = "reports"
    type                = "S3"
    location            = "shop-reports"
    encryption_disabled = true
  }
}
