variable "invoker" {
  type = string
}

resource "google_cloud_run_service_iam_member" "orders" {
  service = "orders"
  role    = "roles/run.invoker"
  member  = var.invoker
}
