resource "github_repository_environment" "production" {
  repository  = "shop"
  environment = "production"

  reviewers {
    teams = [4711]
  }
}
