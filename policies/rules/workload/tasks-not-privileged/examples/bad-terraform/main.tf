resource "aws_batch_job_definition" "report" {
  name = "report"
  type = "container"
  container_properties = jsonencode({
    image      = "registry.example.com/report:1.4"
    privileged = true
  })
}

resource "aws_ecs_task_definition" "web" {
  family                = "web"
  container_definitions = <<JSON
[
  { "name": "web", "image": "registry.example.com/web:2.0" },
  {
    "name": "agent",
    "image": "registry.example.com/agent:3.1",
    "privileged": true
  }
]
JSON
}

resource "azurerm_container_group" "import" {
  name = "import"

  container {
    name = "import"

    security {
      privilege_enabled = true
    }
  }
}
