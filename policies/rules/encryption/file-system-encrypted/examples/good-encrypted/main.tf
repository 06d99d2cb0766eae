resource "aws_efs_file_system" "uploads" {
  encrypted = true
}

resource "google_filestore_instance" "uploads" {
  name = "uploads"
  tier = "BASIC_SSD"
}

resource "azurerm_storage_share" "uploads" {
  name  = "uploads"
  quota = 50
}
