/** What Terraform and CloudFormation call the same things of AWS Backup. */
export interface Names {
  readonly plan: string;
  /** Blocks around the rules. */
  readonly rules: readonly string[];
  readonly continuous: string;
  readonly schedule: string;
  readonly lifecycle: string;
  readonly deleteAfter: string;
  readonly copy: { readonly block: string; readonly vault: string };
  readonly vault: {
    /** The attribute of a rule that names it. */
    readonly named: string;
    readonly type: string;
    readonly name: string;
    /** The lock's block in the vault, or a resource of its own that names the vault. */
    readonly lock: { readonly block?: string; readonly type?: string; readonly vault?: string };
    readonly changeable: string;
  };
  readonly selection: { readonly type: string; readonly plan: string; readonly within: readonly string[] };
  readonly resources: string;
  readonly tag: { readonly block: string; readonly key: string; readonly value: string };
  readonly conditions: string;
}
