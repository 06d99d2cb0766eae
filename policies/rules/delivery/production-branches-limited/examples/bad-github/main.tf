resource "github_repository_environment" "production" {
  repository          = "shop"
  environment         = "production"
  prevent_self_review = true

  reviewers {
    teams = [4711]
  }
}
