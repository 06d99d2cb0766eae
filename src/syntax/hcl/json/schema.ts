/**
 * How a text of the JSON syntax is meant: `template` text with sequences in it, `literal` text as it is, `expression`
 * code without quotes, such as the type of a variable.
 */
export type TextMode = 'template' | 'literal' | 'expression';

/** What a body may hold; everything else in it is an argument whose texts are templates. */
export interface BodySchema {
  readonly blocks?: Readonly<Record<string, BlockSchema>>;
  readonly modes?: Readonly<Record<string, TextMode>>;
  /** Its arguments may be blocks of a provider, which `dynamic` blocks can make as well. */
  readonly dynamic?: true;
}

export interface BlockSchema extends BodySchema {
  readonly labels: number;
}

const PLAIN: BlockSchema = { labels: 0 };

const META = { provider: 'expression', depends_on: 'expression' } as const;

const RESOURCE: BlockSchema = {
  labels: 2,
  dynamic: true,
  modes: META,
  blocks: {
    connection: PLAIN,
    provisioner: { labels: 1, blocks: { connection: PLAIN } },
    lifecycle: {
      labels: 0,
      modes: { ignore_changes: 'expression', replace_triggered_by: 'expression' },
      blocks: { precondition: PLAIN, postcondition: PLAIN, action_trigger: PLAIN },
    },
  },
};

export const DYNAMIC: BlockSchema = {
  labels: 1,
  modes: { iterator: 'expression' },
  blocks: { content: { labels: 0, dynamic: true } },
};

export const NESTED: BlockSchema = { labels: 0, dynamic: true };

/** In the JSON syntax only a schema tells blocks from arguments; this is what Terraform's own language says. */
export const CONFIGURATION: BodySchema = {
  blocks: {
    resource: RESOURCE,
    data: RESOURCE,
    ephemeral: RESOURCE,
    provider: { labels: 1, dynamic: true, modes: { alias: 'literal', version: 'literal' } },
    module: {
      labels: 1,
      modes: { ...META, source: 'literal', version: 'literal', providers: 'expression' },
    },
    variable: {
      labels: 1,
      modes: { type: 'expression', default: 'literal', description: 'literal' },
      blocks: { validation: PLAIN },
    },
    output: { labels: 1, modes: META, blocks: { precondition: PLAIN } },
    locals: PLAIN,
    terraform: {
      labels: 0,
      modes: { required_version: 'literal' },
      blocks: {
        backend: { labels: 1 },
        cloud: { labels: 0, blocks: { workspaces: PLAIN } },
        required_providers: { labels: 0, modes: { configuration_aliases: 'expression' } },
        provider_meta: { labels: 1 },
      },
    },
    check: { labels: 1, blocks: { data: RESOURCE, assert: PLAIN } },
    moved: { labels: 0, modes: { from: 'expression', to: 'expression' } },
    removed: { labels: 0, modes: { from: 'expression' }, blocks: { lifecycle: PLAIN } },
    import: { labels: 0, modes: { to: 'expression', provider: 'expression' } },
  },
};

/** Files with values for variables: arguments only, and no text is a template. */
export const VALUES: BodySchema = {};
