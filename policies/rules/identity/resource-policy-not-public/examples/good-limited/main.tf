resource "aws_sqs_queue_policy" "orders" {
  queue_url = "https://sqs.eu-central-1.amazonaws.com/111122223333/orders"
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sqs:SendMessage"
      Resource  = "*"
      Condition = { ArnEquals = { "aws:SourceArn" = "arn:aws:sns:eu-central-1:111122223333:orders" } }
    }]
  })
}

resource "aws_secretsmanager_secret_policy" "db" {
  secret_arn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:db"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Principal = "*", Action = "secretsmanager:GetSecretValue", Resource = "*" },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "secretsmanager:*"
        Resource  = "*"
        Condition = { StringNotEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }
      },
    ]
  })
}

resource "aws_opensearch_domain" "logs" {
  domain_name     = "logs"
  access_policies = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "es:*", Resource = "*" }] })
  vpc_options {
    subnet_ids = ["subnet-1"]
  }
}

resource "google_cloud_run_service_iam_member" "site" {
  service = "site"
  role    = "roles/run.invoker"
  member  = "allUsers"
}

resource "google_pubsub_topic_iam_member" "orders" {
  topic  = "orders"
  role   = "roles/pubsub.publisher"
  member = "serviceAccount:shop@shop.iam.gserviceaccount.com"
}
