resource "github_repository" "silent" {
  name = "silent"
}

resource "github_repository" "shown" {
  name       = "shown"
  visibility = "public"
}

resource "github_repository" "older" {
  name    = "older"
  private = false
}

resource "gitlab_project" "shown" {
  name             = "shown"
  visibility_level = "public"
}

resource "bitbucket_repository" "shown" {
  owner      = "shop"
  name       = "shown"
  is_private = false
}

resource "azuredevops_project" "shown" {
  name       = "shown"
  visibility = "public"
}
