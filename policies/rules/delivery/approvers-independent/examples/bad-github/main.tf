resource "github_repository_environment" "production" {
  repository          = "shop"
  environment         = "production"
  prevent_self_review = false

  reviewers {
    teams = [4711]
  }
}
