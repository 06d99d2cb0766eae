import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('services of ECS are replaced as they say, and go back by breaker or alarm', async () => {
  const text = `resource "aws_ecs_service" "rolling" {
  deployment_circuit_breaker {
    enable   = true
    rollback = false
  }
  alarms {
    enable      = true
    rollback    = true
    alarm_names = ["errors"]
  }
}
resource "aws_ecs_service" "switched" {
  deployment_configuration {
    strategy = "BLUE_GREEN"
    lifecycle_hook {
      hook_target_arn  = "arn:aws:lambda:eu-central-1:111122223333:function:check"
      lifecycle_stages = ["POST_TEST_TRAFFIC_SHIFT"]
    }
  }
}
resource "aws_ecs_service" "blind" {
  deployment_configuration {
    strategy = "LINEAR"
  }
}
resource "aws_ecs_service" "elsewhere" {
  deployment_controller {
    type = "EXTERNAL"
  }
}
`;
  expect(await terraformSubjects(text, 'rollout', 'release-analysis')).toMatchInlineSnapshot(`
    "rollout :aws_ecs_service.rolling "aws_ecs_service.rolling" @1:1
      gated: null @1:1
      weights: null @1:1
      judged: null @1:1
      rollsBack: true @8:19
      oldKept: null @1:1
      analysisSkipped: false @1:1
      templates.0.name: "alarm errors"
      templates.0.found: unknown because the alarm errors is not among the files @9:20
      type: "ECS service"
      strategy: "rolling" @1:1 (deployment_configuration.strategy is not set here @1:1)
      production: unknown because neither its stack nor its name tells the environment @1:1

    release-analysis :aws_ecs_service.rolling "aws_ecs_service.rolling" @1:1
      type: "ECS service"
      metrics.0.name: "errors"
      metrics.0.effect: "aborts" @9:20

    rollout :aws_ecs_service.switched "aws_ecs_service.switched" @12:1
      gated: true @14:16
      weights: null @12:1
      judged: true @15:5
      rollsBack: true @15:5
      oldKept: null @12:1
      analysisSkipped: false @12:1
      templates: []
      type: "ECS service"
      strategy: "blue-green" @14:16
      production: unknown because neither its stack nor its name tells the environment @12:1

    rollout :aws_ecs_service.blind "aws_ecs_service.blind" @21:1
      gated: true @23:16
      weights: null @21:1
      judged: false @23:16
      rollsBack: unknown because it has neither alarms nor hooks that could fail its deployment @23:16
      oldKept: null @21:1
      analysisSkipped: false @21:1
      templates: []
      type: "ECS service"
      strategy: "canary" @23:16
      production: unknown because neither its stack nor its name tells the environment @21:1"
  `);
});

test('a service whose controller is not known is not told', async () => {
  const text = `Parameters:
  Controller:
    Type: String
Resources:
  Shop:
    Type: AWS::ECS::Service
    Properties:
      DeploymentController:
        Type: !Ref Controller
`;
  expect(await cloudFormationSubjects(text, 'rollout')).toMatchInlineSnapshot(`
    "rollout template.yaml:Shop "Shop" @5:3
      gated: null @5:3
      weights: null @5:3
      judged: null @5:3
      rollsBack: unknown because the parameter Controller has no default @2:3 (Controller is used here @9:15)
      oldKept: null @5:3
      analysisSkipped: false @5:3
      templates: []
      type: "ECS service"
      strategy: "rolling" @5:3 (DeploymentConfiguration.Strategy is not set here @5:3)
      production: unknown because neither its stack nor its name tells the environment @5:3"
  `);
});

test('traffic that is split by weights is a canary until someone changes them', async () => {
  const text = `resource "aws_lambda_alias" "split" {
  name = "live"
  routing_config {
    additional_version_weights = { "2" = 0.1 }
  }
}
resource "aws_lambda_alias" "whole" {
  name = "live"
}
resource "azurerm_container_app" "split" {
  name = "shop-prod"
  ingress {
    traffic_weight {
      percentage = 90
    }
    traffic_weight {
      percentage = 10
    }
  }
}
resource "google_cloud_run_v2_service" "whole" {
  name = "shop"
  traffic {
    type    = "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST"
    percent = 100
  }
}
`;
  expect(await terraformSubjects(text, 'rollout')).toMatchInlineSnapshot(`
    "rollout :aws_lambda_alias.split "aws_lambda_alias.split" @1:1
      gated: true @4:42
      weights: null @1:1
      judged: unknown because who changes its weights, and after what, is not written here @4:42
      rollsBack: null @1:1
      oldKept: null @1:1
      analysisSkipped: false @1:1
      templates: []
      type: "Lambda alias"
      strategy: "canary" @4:42
      production: unknown because neither its stack nor its name tells the environment @1:1

    rollout :azurerm_container_app.split "azurerm_container_app.split" @10:1
      gated: true @14:20
      weights: null @10:1
      judged: unknown because who changes its weights, and after what, is not written here @14:20
      rollsBack: null @10:1
      oldKept: null @10:1
      analysisSkipped: false @10:1
      templates: []
      type: "Container app"
      strategy: "canary" @14:20
      production: true @10:1"
  `);
  const template = `Resources:
  Live:
    Type: AWS::Lambda::Alias
    Properties:
      Name: live
      RoutingConfig:
        AdditionalVersionWeights:
          - FunctionVersion: "2"
            FunctionWeight: 0.2
`;
  expect(await cloudFormationSubjects(template, 'rollout')).toMatchInlineSnapshot(`
    "rollout template.yaml:Live "Live" @2:3
      gated: true @9:29
      weights: null @2:3
      judged: unknown because who changes its weights, and after what, is not written here @9:29
      rollsBack: null @2:3
      oldKept: null @2:3
      analysisSkipped: false @2:3
      templates: []
      type: "Lambda alias"
      strategy: "canary" @9:29
      production: unknown because neither its stack nor its name tells the environment @2:3"
  `);
});

test('a slot is a way to switch and back, unless it is for development', async () => {
  const text = `resource "azurerm_linux_web_app" "shop" {
  name = "shop-prod"
}
resource "azurerm_linux_web_app_slot" "staging" {
  name           = "staging"
  app_service_id = azurerm_linux_web_app.shop.id
}
resource "azurerm_linux_web_app_slot" "dev" {
  name           = "dev"
  app_service_id = azurerm_linux_web_app.shop.id
}
`;
  expect(await terraformSubjects(text, 'rollout', 'rollback')).toMatchInlineSnapshot(`
    "rollout :azurerm_linux_web_app_slot.staging "azurerm_linux_web_app_slot.staging" @4:1
      gated: true @4:1
      weights: null @4:1
      judged: unknown because who swaps it, and after what, is not written here @4:1
      rollsBack: null @4:1
      oldKept: null @4:1
      analysisSkipped: false @4:1
      templates: []
      type: "Slot"
      strategy: "blue-green" @4:1
      production: true @1:1

    rollback :azurerm_linux_web_app_slot.staging/traffic-switch "azurerm_linux_web_app_slot.staging/traffic-switch" @4:1
      mechanism: "traffic-switch" @4:1
      automatic: false @4:1
      target: unknown because its stack names no environment @4:1
      provider: "azurerm_linux_web_app_slot.staging""
  `);
});

test('canary stages of Cloud Deploy wait for someone, unless an automation goes on', async () => {
  const text = (automation: string): string => `resource "google_clouddeploy_delivery_pipeline" "shop" {
  name = "shop"
  serial_pipeline {
    stages { target_id = "staging" }
    stages {
      target_id = "production"
      strategy {
        canary {
          canary_deployment {
            percentages = [10]
          }
        }
      }
    }
  }
}
resource "google_clouddeploy_automation" "a" {
  delivery_pipeline = google_clouddeploy_delivery_pipeline.shop.name
  rules {
    ${automation}
  }
}
`;
  expect(await terraformSubjects(text('promote_release_rule {}'), 'rollout')).toMatchInlineSnapshot(`
    "rollout :google_clouddeploy_delivery_pipeline.shop/production "google_clouddeploy_delivery_pipeline.shop/production" @5:5
      gated: true @8:9
      weights: null @5:5
      judged: true @8:9
      rollsBack: false @5:5
      oldKept: null @5:5
      analysisSkipped: false @5:5
      templates: []
      type: "Cloud Deploy stage"
      strategy: "canary" @8:9
      production: true @5:5"
  `);
  expect(await terraformSubjects(text('advance_rollout_rule {}'), 'rollout')).toMatchInlineSnapshot(`
    "rollout :google_clouddeploy_delivery_pipeline.shop/production "google_clouddeploy_delivery_pipeline.shop/production" @5:5
      gated: true @8:9
      weights: null @5:5
      judged: false @9:11
      rollsBack: false @5:5
      oldKept: null @5:5
      analysisSkipped: false @5:5
      templates: []
      type: "Cloud Deploy stage"
      strategy: "canary" @8:9
      production: true @5:5"
  `);
});
