resource "github_repository" "shop" {
  name       = "shop"
  visibility = "private"
}

resource "github_repository" "shared" {
  name       = "shared"
  visibility = "internal"
}

resource "github_repository" "older" {
  name    = "older"
  private = true
}

resource "gitlab_project" "shop" {
  name = "shop"
}

resource "bitbucket_repository" "shop" {
  owner = "shop"
  name  = "shop"
}

resource "azuredevops_project" "shop" {
  name = "shop"
}
