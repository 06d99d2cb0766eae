import { expect, test } from 'vitest';
import { terraformSubjects } from '../../../test/support/terraform.ts';

test('a repository of GitHub is public unless something says that it is not; the newer attribute counts', async () => {
  const text = `
resource "github_repository" "silent" {}
resource "github_repository" "older" { private = true }
resource "github_repository" "both" {
  visibility = "public"
  private    = true
}
resource "gitlab_project" "silent" {}
`;
  expect(await terraformSubjects(text, 'repository')).toMatchInlineSnapshot(`
    "repository :github_repository.silent "github_repository.silent" @2:1
      public: true @2:1 (private is not set here @2:1)

    repository :github_repository.older "github_repository.older" @3:1
      public: false @3:50

    repository :github_repository.both "github_repository.both" @4:1
      public: true @5:16

    repository :gitlab_project.silent "gitlab_project.silent" @8:1
      public: false @8:1 (visibility_level is not set here @8:1)"
  `);
});
