import type { Diagnostic } from '../../../source/index.ts';
import type { EvaluatedModule } from '../evaluate/index.ts';

/** What a plan file says, whichever way it is written. */
export interface TerraformPlan {
  readonly path: string;
  /** What will be there once it is applied, with the places in the plan. */
  readonly module: EvaluatedModule;
  /** What it is without other files: the same, or with the configuration that the plan itself holds. */
  readonly alone: EvaluatedModule;
  /** What its configuration declares, by address without keys: `module.x.aws_s3_bucket.b`, `module.x`. */
  readonly declared: ReadonlyMap<string, Declared>;
  /** False when it leaves out what was not targeted, or could not be planned. */
  readonly complete: boolean;
}

export interface ReadPlan {
  /** Undefined where nothing can be said by it; the diagnostics tell why. */
  readonly plan?: TerraformPlan;
  readonly diagnostics: readonly Diagnostic[];
}

interface Declared {
  /** `count` or `for_each`, its own or one around it, decides whether there is any. */
  readonly repeated: boolean;
}

const KEY = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g;

/** `module.x.aws_s3_bucket.b` of `module.x["a"].aws_s3_bucket.b[0]`. */
export function withoutKeys(address: string): string {
  return address.includes('[') ? address.replace(KEY, '') : address;
}
