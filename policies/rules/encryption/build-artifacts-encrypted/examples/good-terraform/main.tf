resource "aws_codebuild_project" "shop" {
  name         = "shop"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type     = "S3"
    location = "shop-artifacts"
  }
}

# It keeps nothing.
resource "aws_codebuild_project" "checks" {
  name         = "checks"
  service_role = "arn:aws:iam::111122223333:role/build"

  artifacts {
    type                = "NO_ARTIFACTS"
    encryption_disabled = true
  }
}
