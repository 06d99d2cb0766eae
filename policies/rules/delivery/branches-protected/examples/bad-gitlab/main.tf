resource "gitlab_branch_protection" "main" {
  project          = 1
  branch           = "main"
  allow_force_push = true
}
