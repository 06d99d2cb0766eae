resource "aws_athena_workgroup" "default" {
  name = "reports"
}

resource "aws_athena_workgroup" "stated" {
  name = "reports"
  configuration {
    enforce_workgroup_configuration = true
  }
}
