resource "aws_cloudtrail" "all" {
  name                       = "all"
  cloud_watch_logs_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:trail:*"
}

locals {
  watched = {
    denied = "{ $.errorCode = \"*UnauthorizedOperation\" || $.errorCode = \"AccessDenied*\" }"
    sign-in = "{ $.eventName = ConsoleLogin && ($.additionalEventData.MFAUsed != \"Yes\" || $.errorMessage = \"Failed authentication\") }"
    root = "{ $.userIdentity.type = \"Root\" && $.eventType != \"AwsServiceEvent\" }"
    permissions = "{ $.eventName = DeleteGroupPolicy || $.eventName = DeleteRolePolicy || $.eventName = DeleteUserPolicy || $.eventName = PutGroupPolicy || $.eventName = PutRolePolicy || $.eventName = PutUserPolicy || $.eventName = CreatePolicy || $.eventName = DeletePolicy || $.eventName = CreatePolicyVersion || $.eventName = DeletePolicyVersion || $.eventName = AttachRolePolicy || $.eventName = DetachRolePolicy || $.eventName = AttachUserPolicy || $.eventName = DetachUserPolicy || $.eventName = AttachGroupPolicy || $.eventName = DetachGroupPolicy }"
    trail = "{ $.eventName = CreateTrail || $.eventName = UpdateTrail || $.eventName = DeleteTrail || $.eventName = StartLogging || $.eventName = StopLogging }"
    keys-keys = "{ $.eventName = DisableKey || $.eventName = ScheduleKeyDeletion }"
    policies = "{ $.eventName = PutBucketAcl || $.eventName = PutBucketPolicy || $.eventName = PutBucketCors || $.eventName = PutBucketLifecycle || $.eventName = PutBucketReplication || $.eventName = DeleteBucketPolicy || $.eventName = DeleteBucketCors || $.eventName = DeleteBucketLifecycle || $.eventName = DeleteBucketReplication }"
    inventory = "{ $.eventName = StopConfigurationRecorder || $.eventName = DeleteDeliveryChannel || $.eventName = PutDeliveryChannel || $.eventName = PutConfigurationRecorder }"
    groups = "{ $.eventName = AuthorizeSecurityGroupIngress || $.eventName = AuthorizeSecurityGroupEgress || $.eventName = RevokeSecurityGroupIngress || $.eventName = RevokeSecurityGroupEgress || $.eventName = CreateSecurityGroup || $.eventName = DeleteSecurityGroup }"
    ACLs = "{ $.eventName = CreateNetworkAcl || $.eventName = CreateNetworkAclEntry || $.eventName = DeleteNetworkAcl || $.eventName = DeleteNetworkAclEntry || $.eventName = ReplaceNetworkAclEntry || $.eventName = ReplaceNetworkAclAssociation }"
    gateways = "{ $.eventName = CreateCustomerGateway || $.eventName = DeleteCustomerGateway || $.eventName = AttachInternetGateway || $.eventName = CreateInternetGateway || $.eventName = DeleteInternetGateway || $.eventName = DetachInternetGateway }"
    tables = "{ $.eventName = CreateRoute || $.eventName = CreateRouteTable || $.eventName = ReplaceRoute || $.eventName = ReplaceRouteTableAssociation || $.eventName = DeleteRouteTable || $.eventName = DeleteRoute || $.eventName = DisassociateRouteTable }"
    networks = "{ $.eventName = CreateVpc || $.eventName = DeleteVpc || $.eventName = ModifyVpcAttribute || $.eventName = AcceptVpcPeeringConnection || $.eventName = CreateVpcPeeringConnection || $.eventName = DeleteVpcPeeringConnection || $.eventName = RejectVpcPeeringConnection }"
  }
}

resource "aws_cloudwatch_log_metric_filter" "watched" {
  for_each       = local.watched
  name           = each.key
  pattern        = each.value
  log_group_name = "trail"
  metric_transformation {
    name      = each.key
    namespace = "Audit"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "watched" {
  for_each            = local.watched
  alarm_name          = each.key
  namespace           = "Audit"
  metric_name         = each.key
  statistic           = "Sum"
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  period              = 300
  evaluation_periods  = 1
  alarm_actions       = ["arn:aws:sns:eu-west-1:111122223333:security"]
}
