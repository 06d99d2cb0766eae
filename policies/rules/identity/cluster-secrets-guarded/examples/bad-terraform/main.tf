resource "kubernetes_role_v1" "mailer" {
  metadata { name = "mailer" }
  rule {
    api_groups = [""]
    resources  = ["secrets"]
    verbs      = ["list"]
  }
}
