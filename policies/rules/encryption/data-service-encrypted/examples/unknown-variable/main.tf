variable "mode" {
  type = string
}

resource "aws_glue_data_catalog_encryption_settings" "catalog" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = var.mode
    }
    connection_password_encryption {
      return_connection_password_encrypted = true
    }
  }
}
