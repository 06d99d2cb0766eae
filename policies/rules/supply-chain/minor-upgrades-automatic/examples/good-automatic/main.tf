resource "aws_db_instance" "orders" {
  engine = "postgres"
}

resource "aws_redshift_cluster" "sales" {
  allow_version_upgrade = true
}
