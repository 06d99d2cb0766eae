resource "aws_lambda_function_url" "orders" {
  function_name      = "orders"
  authorization_type = "AWS_IAM"
}

resource "google_cloud_run_v2_service_iam_member" "orders" {
  name   = "orders"
  role   = "roles/run.invoker"
  member = "serviceAccount:web@shop.iam.gserviceaccount.com"
}

resource "google_cloud_run_v2_service_iam_member" "watchers" {
  name   = "orders"
  role   = "roles/run.viewer"
  member = "allUsers"
}
