resource "github_repository_environment" "shop" {
  repository  = "shop"
  environment = "production"

  reviewers {
    teams = [4711]
  }
}

resource "github_repository_environment" "catalog" {
  repository  = "catalog"
  environment = "production"
}
