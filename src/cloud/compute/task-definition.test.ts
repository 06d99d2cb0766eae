import { expect, test } from 'vitest';
import { cloudFormationSubjects } from '../../../test/support/cloudformation.ts';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('containers of tasks and jobs are read from JSON, blocks and nodes, those that are not known too', async () => {
  const text = `
variable "containers" {}
resource "aws_ecs_task_definition" "web" {
  container_definitions = jsonencode([{ name = "web" }, { name = "agent", privileged = true }])
}
resource "aws_ecs_task_definition" "given" {
  container_definitions = var.containers
}
resource "aws_batch_job_definition" "nodes" {
  node_properties = jsonencode({ nodeRangeProperties = [{ container = { privileged = true } }] })
}
resource "aws_batch_job_definition" "pods" {
  eks_properties {
    pod_properties {
      containers {
        name = "job"
        security_context { privileged = true }
      }
    }
  }
}
`;
  expect(await terraformSubjects(text, 'task-definition')).toMatchInlineSnapshot(`
    "task-definition :aws_ecs_task_definition.web "aws_ecs_task_definition.web" @3:1
      provider: "aws"
      containers.0.name: "web"
      containers.0.privileged: false @4:39 (privileged is not set here @4:39)
      containers.1.name: "agent"
      containers.1.privileged: true @4:88

    task-definition :aws_ecs_task_definition.given "aws_ecs_task_definition.given" @6:1
      provider: "aws"
      containers.0.name: "1"
      containers.0.privileged: unknown because var.containers has no value @2:1

    task-definition :aws_batch_job_definition.nodes "aws_batch_job_definition.nodes" @9:1
      provider: "aws"
      containers.0.name: "1"
      containers.0.privileged: true @10:86

    task-definition :aws_batch_job_definition.pods "aws_batch_job_definition.pods" @12:1
      provider: "aws"
      containers.0.name: "job"
      containers.0.privileged: true @17:41"
  `);
});

test('those of templates stand in properties', async () => {
  const text = `
Resources:
  Report:
    Type: AWS::Batch::JobDefinition
    Properties:
      ContainerProperties: { Privileged: "True" }
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{ Name: web }]
`;
  expect(await cloudFormationSubjects(text, 'task-definition')).toMatchInlineSnapshot(`
    "task-definition template.yaml:Web "Web" @7:3
      provider: "aws"
      containers.0.name: "web"
      containers.0.privileged: false @10:38 (Privileged is not set here @10:38)

    task-definition template.yaml:Report "Report" @3:3
      provider: "aws"
      containers.0.name: "1"
      containers.0.privileged: true @6:42"
  `);
});
