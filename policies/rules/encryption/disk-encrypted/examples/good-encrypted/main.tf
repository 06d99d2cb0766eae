resource "aws_ebs_volume" "orders" {
  availability_zone = "eu-central-1a"
  size              = 100
  encrypted         = true
}

resource "aws_launch_template" "web" {
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted = true
    }
  }
}

resource "azurerm_managed_disk" "orders" {
  create_option        = "Empty"
  storage_account_type = "Premium_LRS"
}

resource "google_compute_disk" "orders" {
  name = "orders"
  zone = "europe-west3-a"
}
