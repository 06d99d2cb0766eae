resource "aws_iam_role" "task" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }]
  })
}

resource "aws_iam_policy" "deploy" {
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["ecs:UpdateService", "lambda:CreateFunction"], Resource = "*" },
      { Effect = "Allow", Action = "iam:PassRole", Resource = aws_iam_role.task.arn },
      {
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = "*"
        Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
      },
      { Effect = "Allow", Action = "iam:CreateAccessKey", Resource = "arn:aws:iam::*:user/$${aws:username}" },
      { Effect = "Deny", Action = "iam:*", Resource = "*" },
    ]
  })
}

resource "google_service_account_iam_member" "deploy" {
  service_account_id = "projects/shop/serviceAccounts/web@shop.iam.gserviceaccount.com"
  role               = "roles/iam.serviceAccountUser"
  member             = "serviceAccount:deploy@shop.iam.gserviceaccount.com"
}
