resource "aws_lambda_function_url" "orders" {
  function_name      = "orders"
  authorization_type = "NONE"
}

resource "google_cloudfunctions_function_iam_member" "orders" {
  cloud_function = "orders"
  role           = "roles/cloudfunctions.invoker"
  member         = "allUsers"
}

resource "google_cloud_run_v2_service_iam_binding" "orders" {
  name    = "orders"
  role    = "roles/run.invoker"
  members = ["group:shop@example.com", "allAuthenticatedUsers"]
}
