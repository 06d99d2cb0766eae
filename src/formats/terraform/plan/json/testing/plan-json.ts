/** What a test says of a resource; the rest is as `terraform show -json` has it. */
export interface PlanResource {
  readonly address: string;
  readonly mode?: 'managed' | 'data';
  readonly index?: string | number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly unknown?: Readonly<Record<string, unknown>>;
  readonly sensitive?: Readonly<Record<string, unknown>>;
}

export interface PlanText {
  readonly resources?: readonly PlanResource[];
  /** By the module's address. */
  readonly modules?: Readonly<Record<string, readonly PlanResource[]>>;
  /** Data sources that were read already. */
  readonly prior?: readonly PlanResource[];
  /** `configuration`. */
  readonly configuration?: unknown;
  /** Other members of the plan. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** The JSON of a plan. */
export function planJson({
  resources = [],
  modules = {},
  prior = [],
  configuration,
  more,
}: PlanText): string {
  const all = [...resources, ...Object.values(modules).flat()];
  return JSON.stringify(
    {
      format_version: '1.2',
      terraform_version: '1.11.4',
      planned_values: {
        root_module: {
          resources: resources.map(entry),
          child_modules: Object.entries(modules).map(([address, own]) => ({
            address,
            resources: own.map(entry),
          })),
        },
      },
      resource_changes: all.map(change),
      prior_state: { format_version: '1.0', values: { root_module: { resources: prior.map(entry) } } },
      configuration,
      complete: true,
      errored: false,
      ...more,
    },
    undefined,
    2,
  );
}

function entry({ address, mode = 'managed', index, values, sensitive = {} }: PlanResource): unknown {
  return { address, mode, ...named(address), index, values, sensitive_values: sensitive };
}

function change({ address, mode = 'managed', index, values, unknown = {} }: PlanResource): unknown {
  const what = { actions: ['create'], before: null, after: values, after_unknown: unknown };
  return { address, mode, ...named(address), index, change: what };
}

function named(address: string): { readonly type: string; readonly name: string } {
  const [name = '', type = ''] = address
    .replace(/\[[^\]]*\]$/, '')
    .split('.')
    .reverse();
  return { type, name };
}
