resource "aws_eks_cluster" "shop" {
  name     = "shop"
  role_arn = "arn:aws:iam::123456789012:role/eks"
}

resource "aws_eks_cluster" "quiet" {
  name                      = "quiet"
  role_arn                  = "arn:aws:iam::123456789012:role/eks"
  enabled_cluster_log_types = ["api"]
}

resource "google_container_cluster" "shop" {
  name            = "shop"
  location        = "europe-west3"
  logging_service = "none"
}
