import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('dashboards of CloudWatch show what their rows name, shortened or not', async () => {
  const text = `resource "aws_cloudwatch_dashboard" "shop" {
  dashboard_name = "shop"
  dashboard_body = jsonencode({
    widgets = [
      { type = "text", properties = { markdown = "# Shop" } },
      {
        type = "metric"
        properties = {
          metrics = [
            ["AWS/Lambda", "Errors", "FunctionName", "checkout"],
            [".", "Duration", ".", "."],
            ["...", "cart", { stat = "p99" }],
            ["AWS/RDS", "CPUUtilization", "DBInstanceIdentifier", "orders"],
          ]
        }
      },
    ]
  })
}
resource "aws_cloudwatch_dashboard" "written" {
  dashboard_name = "written"
  dashboard_body = <<EOF
{"widgets": [{"type": "metric", "properties": {"metrics": [["AWS/SQS", "NumberOfMessagesSent", "QueueName", "orders"]]}}]}
EOF
}
resource "aws_cloudwatch_dashboard" "broken" {
  dashboard_name = "broken"
  dashboard_body = "{"
}
`;
  expect(await terraformSubjects(text, 'dashboard')).toMatchInlineSnapshot(`
    "dashboard :aws_cloudwatch_dashboard.shop "aws_cloudwatch_dashboard.shop" @1:1
      system: "cloudwatch"
      title: "shop" @2:20
      uid: null @1:1
      tags: []
      panels: 1
      undeclaredVariables: []
      fixedDataSources: []
      choosesDataSource: true @1:1
      variables: []
      severalAsOne: []
      refreshSeconds: null @1:1
      inputs: []
      provisioned: true
      prometheus: false
      undescribedPanels: 0 @1:1
      services: ["cart","checkout","orders"]
      signals: ["errors","latency","saturation"]

    dashboard :aws_cloudwatch_dashboard.written "aws_cloudwatch_dashboard.written" @20:1
      system: "cloudwatch"
      title: "written" @21:20
      uid: null @20:1
      tags: []
      panels: 1
      undeclaredVariables: []
      fixedDataSources: []
      choosesDataSource: true @20:1
      variables: []
      severalAsOne: []
      refreshSeconds: null @20:1
      inputs: []
      provisioned: true
      prometheus: false
      undescribedPanels: 0 @20:1
      services: ["orders"]
      signals: ["traffic"]

    dashboard :aws_cloudwatch_dashboard.broken "aws_cloudwatch_dashboard.broken" @26:1
      system: "cloudwatch"
      title: "broken" @27:20
      uid: null @26:1
      tags: []
      panels: 0
      undeclaredVariables: []
      fixedDataSources: []
      choosesDataSource: true @26:1
      variables: []
      severalAsOne: []
      refreshSeconds: null @26:1
      inputs: []
      provisioned: true
      prometheus: false
      undescribedPanels: 0 @26:1
      services: []
      signals: []"
  `);
});

test('dashboards of Google Cloud show what their filters name', async () => {
  const text = String.raw`resource "google_monitoring_dashboard" "shop" {
  dashboard_json = jsonencode({
    displayName = "Shop"
    gridLayout = { widgets = [{ xyChart = { dataSets = [{ timeSeriesQuery = { timeSeriesFilter = {
      filter = "metric.type=\"run.googleapis.com/request_latencies\" resource.label.service_name=\"checkout\""
    } } }] } }] }
  })
}
`;
  expect(await terraformSubjects(text, 'dashboard')).toMatchInlineSnapshot(`
    "dashboard :google_monitoring_dashboard.shop "google_monitoring_dashboard.shop" @1:1
      system: "google-monitoring"
      title: "Shop" @3:19
      uid: null @1:1
      tags: []
      panels: 1
      undeclaredVariables: []
      fixedDataSources: []
      choosesDataSource: true @1:1
      variables: []
      severalAsOne: []
      refreshSeconds: null @1:1
      inputs: []
      provisioned: true
      prometheus: false
      undescribedPanels: 0 @1:1
      services: ["checkout"]
      signals: ["latency"]"
  `);
});

test('dashboards of Azure show the resources whose metrics they draw', async () => {
  const text = `resource "azurerm_linux_web_app" "checkout" { name = "pay" }
resource "azurerm_portal_dashboard" "shop" {
  name = "shop"
  dashboard_properties = jsonencode({
    lenses = { "0" = { parts = {
      "0" = { metadata = { type = "Extension/HubsExtension/PartType/MarkdownPart" } }
      "1" = { metadata = {
        type   = "Extension/HubsExtension/PartType/MonitorChartPart"
        inputs = [{ name = "options", value = { chart = { metrics = [
          { resourceMetadata = { id = azurerm_linux_web_app.checkout.id }, name = "Http5xx" },
        ] } } }]
      } }
      "2" = { metadata = {
        type     = "Extension/HubsExtension/PartType/MonitorChartPart"
        settings = { content = { options = { chart = { metrics = [{
          resourceMetadata = { id = "/subscriptions/1/resourceGroups/g/providers/Microsoft.Cache/Redis/basket" }
          namespace        = "Microsoft.Cache/redis"
          name             = "serverLoad"
        }] } } } }
      } }
    } } }
  })
}
resource "azurerm_portal_dashboard" "written" {
  name                 = "written"
  dashboard_properties = "{\\"lenses\\": {\\"0\\": {\\"parts\\": {\\"0\\": {\\"metadata\\": {\\"type\\": \\"Extension/Microsoft_OperationsManagementSuite_Workspace/PartType/LogsDashboardPart\\"}}}}}}"
}
`;
  const facts = await terraformSubjects(text, 'dashboard');
  const told = /^dashboard|^ {2}(?:system|title|panels|services|signals)/;
  expect(facts.split('\n').filter((line) => told.test(line))).toMatchInlineSnapshot(`
    [
      "dashboard :azurerm_portal_dashboard.shop "azurerm_portal_dashboard.shop" @2:1",
      "  system: "azure-portal"",
      "  title: "shop" @3:10",
      "  panels: 2",
      "  services: ["basket","checkout","pay"]",
      "  signals: ["errors","saturation"]",
      "dashboard :azurerm_portal_dashboard.written "azurerm_portal_dashboard.written" @24:1",
      "  system: "azure-portal"",
      "  title: "written" @25:26",
      "  panels: 1",
      "  services: []",
      "  signals: []",
    ]
  `);
});

test('objectives of Datadog and Google Cloud have their targets in percent', async () => {
  const text = `resource "datadog_service_level_objective" "checkout" {
  name = "Availability of checkout"
  type = "metric"
  tags = ["service:checkout"]
  query {
    numerator   = "sum:requests.good{service:checkout}.as_count()"
    denominator = "sum:requests.all{service:checkout}.as_count()"
  }
  thresholds {
    timeframe = "30d"
    target    = 99.9
  }
}
resource "datadog_service_level_objective" "always" {
  name = "always"
  type = "metric"
  query {
    numerator   = "sum:requests.all{*}"
    denominator = "sum:requests.all{*}"
  }
}
resource "google_monitoring_custom_service" "cart" {
  service_id   = "cart"
  display_name = "Cart"
}
resource "google_monitoring_slo" "cart" {
  service             = google_monitoring_custom_service.cart.service_id
  goal                = 0.995
  rolling_period_days = 28
  basic_sli {
    latency { threshold = "1s" }
  }
}
resource "google_monitoring_slo" "month" {
  service         = "orders"
  display_name    = "Orders are available"
  goal            = 0.99
  calendar_period = "MONTH"
}
`;
  expect(await terraformSubjects(text, 'objective')).toMatchInlineSnapshot(`
    "objective :datadog_service_level_objective.checkout "datadog_service_level_objective.checkout" @1:1
      burnAlerts: unknown because alerts on its budget are resources of their own, which are not held against it @1:1
      alerts: unknown because the alerts of the files were not held against it @1:1
      component: unknown because there is no deployment plan @1:1
      planned: unknown because there is no deployment plan @1:1
      system: "datadog"
      services: ["checkout"] @4:10
      signal: "availability" @1:1
      target: 99.9 @11:17
      windowHours: 720 @10:17
      measure: "ratio" @1:1
      partIsWhole: false @6:19

    objective :datadog_service_level_objective.always "datadog_service_level_objective.always" @14:1
      burnAlerts: unknown because alerts on its budget are resources of their own, which are not held against it @14:1
      alerts: unknown because the alerts of the files were not held against it @14:1
      component: unknown because there is no deployment plan @14:1
      planned: unknown because there is no deployment plan @14:1
      system: "datadog"
      services: [] @14:1
      signal: null @14:1
      target: null @14:1
      windowHours: null @14:1
      measure: "ratio" @14:1
      partIsWhole: true @18:19

    objective :google_monitoring_slo.cart "google_monitoring_slo.cart" @26:1
      burnAlerts: unknown because alerts on its budget are resources of their own, which are not held against it @26:1
      alerts: unknown because the alerts of the files were not held against it @26:1
      component: unknown because there is no deployment plan @26:1
      planned: unknown because there is no deployment plan @26:1
      system: "google-monitoring"
      services: ["cart","Cart"] @23:18
      signal: "latency" @26:1
      target: 99.5 @28:25
      windowHours: 672 @29:25
      measure: "ratio" @26:1
      partIsWhole: false @26:1

    objective :google_monitoring_slo.month "google_monitoring_slo.month" @34:1
      burnAlerts: unknown because alerts on its budget are resources of their own, which are not held against it @34:1
      alerts: unknown because the alerts of the files were not held against it @34:1
      component: unknown because there is no deployment plan @34:1
      planned: unknown because there is no deployment plan @34:1
      system: "google-monitoring"
      services: ["orders"] @35:21
      signal: null @34:1
      target: 99 @37:21
      windowHours: unknown because a calendar MONTH has no fixed number of hours @38:21
      measure: "ratio" @34:1
      partIsWhole: false @34:1"
  `);
});
