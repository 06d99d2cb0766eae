variable "partners" {
  type = list(string)
}

resource "aws_sqs_queue" "orders" {
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = var.partners }, Action = "sqs:SendMessage", Resource = "*" }]
  })
}
