import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('a function keeps its logs in the group of its name, where the files make it, or in the one that it is told', async () => {
  const text = `
resource "aws_lambda_function" "named" {
  function_name = "checkout"
  tracing_config { mode = "Active" }
}
resource "aws_cloudwatch_log_group" "named" { name = "/aws/lambda/checkout" }
resource "aws_lambda_function" "referred" { function_name = var.name }
resource "aws_cloudwatch_log_group" "referred" { name = "/aws/lambda/\${aws_lambda_function.referred.function_name}" }
resource "aws_lambda_function" "told" {
  function_name = "pay"
  logging_config { log_group = "/shop/pay" }
}
resource "aws_lambda_function" "silent" {
  function_name = "silent"
  tracing_config { mode = "PassThrough" }
}
`;
  expect(await terraformSubjects(text, 'managed-workload')).toMatchInlineSnapshot(`
    "managed-workload :aws_lambda_function.named "aws_lambda_function.named" @2:1
      provider: "aws"
      logsKept: true @2:1 (its logs are kept here @6:1)
      traced: true @4:27

    managed-workload :aws_lambda_function.referred "aws_lambda_function.referred" @7:1
      provider: "aws"
      logsKept: true @7:1 (its logs are kept here @8:1)
      traced: null @7:1

    managed-workload :aws_lambda_function.told "aws_lambda_function.told" @9:1
      provider: "aws"
      logsKept: true @11:32
      traced: null @9:1

    managed-workload :aws_lambda_function.silent "aws_lambda_function.silent" @13:1
      provider: "aws"
      logsKept: null @13:1
      traced: null @13:1"
  `);
});

test('a task keeps its logs where each container hands them to what keeps them', async () => {
  const text = `
resource "aws_ecs_task_definition" "kept" {
  container_definitions = jsonencode([
    { name = "app", image = "shop/checkout:1", logConfiguration = { logDriver = "awslogs", options = {} } },
    { name = "xray", image = "amazon/aws-xray-daemon:3", logConfiguration = { logDriver = "awsfirelens" } },
  ])
}
resource "aws_ecs_task_definition" "open" {
  container_definitions = jsonencode([
    { name = "app", image = "shop/checkout:1", logConfiguration = { logDriver = "awslogs" } },
    { name = "side", image = "shop/side:1" },
  ])
}
resource "aws_ecs_service" "kept" { task_definition = aws_ecs_task_definition.kept.arn }
resource "aws_ecs_service" "elsewhere" { task_definition = var.task }
`;
  expect(await terraformSubjects(text, 'managed-workload')).toMatchInlineSnapshot(`
    "managed-workload :aws_ecs_task_definition.kept "aws_ecs_task_definition.kept" @2:1
      provider: "aws"
      logsKept: true @4:81
      traced: true @5:5

    managed-workload :aws_ecs_task_definition.open "aws_ecs_task_definition.open" @8:1
      provider: "aws"
      logsKept: unknown because what takes the logs of a container of open is not said here @11:5
      traced: null @8:1

    managed-workload :aws_ecs_service.kept "aws_ecs_service.kept" @14:1
      provider: "aws"
      logsKept: true @4:81
      traced: true @5:5

    managed-workload :aws_ecs_service.elsewhere "aws_ecs_service.elsewhere" @15:1
      provider: "aws"
      logsKept: null @15:1
      traced: null @15:1"
  `);
});

test('Google keeps the output of what it runs; apps of Azure say where it goes', async () => {
  const text = `
resource "google_cloud_run_v2_service" "checkout" {}
resource "azurerm_linux_web_app" "off" {}
resource "azurerm_monitor_diagnostic_setting" "off" {
  target_resource_id = azurerm_linux_web_app.off.id
  log {
    category = "AppServiceConsoleLogs"
    enabled  = false
  }
}
resource "azurerm_linux_web_app" "stored" {
  logs {
    application_logs {
      azure_blob_storage { level = "Warning" }
    }
  }
}
resource "azurerm_linux_web_app" "insights" {
  app_settings = { APPLICATIONINSIGHTS_CONNECTION_STRING = azurerm_application_insights.shop.connection_string }
}
resource "azurerm_linux_function_app" "insights" {
  site_config { application_insights_connection_string = azurerm_application_insights.shop.connection_string }
}
resource "azurerm_linux_web_app" "kept" {}
resource "azurerm_linux_web_app" "silent" {}
resource "azurerm_linux_web_app" "measured" {}
resource "azurerm_monitor_diagnostic_setting" "kept" {
  target_resource_id = azurerm_linux_web_app.kept.id
  enabled_log { category = "AppServiceConsoleLogs" }
}
resource "azurerm_monitor_diagnostic_setting" "measured" {
  target_resource_id = azurerm_linux_web_app.measured.id
  metric { category = "AllMetrics" }
}
`;
  expect(await terraformSubjects(text, 'managed-workload')).toMatchInlineSnapshot(`
    "managed-workload :google_cloud_run_v2_service.checkout "google_cloud_run_v2_service.checkout" @2:1
      provider: "gcp"
      logsKept: true @2:1
      traced: null @2:1

    managed-workload :azurerm_linux_web_app.off "azurerm_linux_web_app.off" @3:1
      provider: "azure"
      logsKept: false @8:16
      traced: null @3:1

    managed-workload :azurerm_linux_web_app.stored "azurerm_linux_web_app.stored" @11:1
      provider: "azure"
      logsKept: true @14:7
      traced: null @11:1

    managed-workload :azurerm_linux_web_app.insights "azurerm_linux_web_app.insights" @18:1
      provider: "azure"
      logsKept: unknown because whether the code of insights sends its logs to Application Insights is not said here @19:60
      traced: true @19:60

    managed-workload :azurerm_linux_web_app.kept "azurerm_linux_web_app.kept" @24:1
      provider: "azure"
      logsKept: true @29:3
      traced: null @24:1

    managed-workload :azurerm_linux_web_app.silent "azurerm_linux_web_app.silent" @25:1
      provider: "azure"
      logsKept: unknown because no diagnostic setting of silent is among the files @25:1
      traced: null @25:1

    managed-workload :azurerm_linux_web_app.measured "azurerm_linux_web_app.measured" @26:1
      provider: "azure"
      logsKept: false @31:1
      traced: null @26:1

    managed-workload :azurerm_linux_function_app.insights "azurerm_linux_function_app.insights" @21:1
      provider: "azure"
      logsKept: true @22:58
      traced: true @22:58"
  `);
});

test('templates of CloudFormation say the same in their own words', async () => {
  const template = `
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - { Name: app, Image: 'shop/checkout:1', LogConfiguration: { LogDriver: awslogs } }
  Service:
    Type: AWS::ECS::Service
    Properties: { TaskDefinition: !Ref Task }
  Function:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: checkout, TracingConfig: { Mode: Active } }
  Group:
    Type: AWS::Logs::LogGroup
    Properties: { LogGroupName: /aws/lambda/checkout }
`;
  expect(await cloudFormationSubjects(template, 'managed-workload')).toMatchInlineSnapshot(`
    "managed-workload template.yaml:Function "Function" @11:3
      provider: "aws"
      logsKept: true @11:3 (its logs are kept here @14:3)
      traced: true @13:66

    managed-workload template.yaml:Task "Task" @3:3
      provider: "aws"
      logsKept: true @7:81
      traced: null @3:3

    managed-workload template.yaml:Service "Service" @8:3
      provider: "aws"
      logsKept: true @7:81
      traced: null @3:3"
  `);
});
