resource "aws_organizations_organization" "main" {
  feature_set                   = "ALL"
  aws_service_access_principals = ["cloudtrail.amazonaws.com", "sso.amazonaws.com"]
}

resource "aws_cloudtrail" "main" {
  name                  = "main"
  s3_bucket_name        = "audit"
  is_organization_trail = true
}
