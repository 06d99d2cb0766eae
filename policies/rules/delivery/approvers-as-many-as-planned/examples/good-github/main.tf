resource "github_repository_environment" "production" {
  repository          = "shop"
  environment         = "production"
  prevent_self_review = true

  reviewers {
    users = [4711, 4712, 4713]
  }
}
