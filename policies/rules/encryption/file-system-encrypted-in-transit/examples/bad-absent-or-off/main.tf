resource "aws_ecs_task_definition" "web" {
  family = "web"
  volume {
    name = "uploads"
    efs_volume_configuration {
      file_system_id     = "fs-0abcdef1234567890"
      transit_encryption = "DISABLED"
    }
  }
  volume {
    name = "reports"
    efs_volume_configuration {
      file_system_id = "fs-0abcdef1234567891"
    }
  }
}
