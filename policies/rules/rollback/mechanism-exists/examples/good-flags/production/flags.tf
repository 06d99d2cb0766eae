resource "aws_appconfig_configuration_profile" "flags" {
  application_id = aws_appconfig_application.shop.id
  name           = "flags"
  location_uri   = "hosted"
  type           = "AWS.AppConfig.FeatureFlags"
}
