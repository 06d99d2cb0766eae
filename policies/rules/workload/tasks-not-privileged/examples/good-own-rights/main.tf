resource "aws_batch_job_definition" "report" {
  name                 = "report"
  type                 = "container"
  container_properties = jsonencode({ image = "registry.example.com/report:1.4" })
}

resource "azurerm_container_group" "import" {
  name = "import"

  container {
    name = "import"
  }
}
