import type { HclFile } from '../../syntax/hcl/index.ts';

/** Terraform's and OpenTofu's configuration and variable files; other tools (Packer, Terragrunt) write HCL too. */
export function detect({ file }: HclFile): boolean {
  return /\.(?:tf|tofu|tfvars)(?:\.json)?$/.test(file.path);
}
