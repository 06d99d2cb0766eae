import { Ajv, type ErrorObject } from 'ajv';
import type { Rule } from '../rule.ts';
import type { PolicyModule, PolicyProblem } from './compiler.ts';

/** A METADATA block that fits `policies/metadata.schema.json`. */
interface Metadata {
  readonly title: string;
  readonly description: string;
  readonly related_resources?: readonly { readonly ref: string; readonly description: string }[];
  readonly custom: {
    readonly severity: Rule['severity'];
    readonly applies_to: Rule['appliesTo'];
    readonly uses?: Rule['uses'];
    readonly criteria: Rule['criteria'];
    readonly required?: boolean;
    readonly controls: Rule['controls'];
    readonly remediation: string;
  };
}

interface MetadataResult {
  readonly rules: readonly Rule[];
  readonly problems: readonly PolicyProblem[];
}

/** Reads the METADATA of rules' modules; a block that does not fit the schema is a problem at its first line. */
export function metadataReader({
  metadataSchema,
}: {
  readonly metadataSchema: object;
}): (modules: readonly PolicyModule[]) => MetadataResult {
  const validate = new Ajv({ allErrors: true, strict: true }).compile<Metadata>(metadataSchema);
  return (modules) => {
    const rules: Rule[] = [];
    const problems: PolicyProblem[] = [];
    for (const module of modules) {
      const { metadata } = module;
      if (metadata === null)
        problems.push(problem(module, 'The rule has no METADATA block above its package.'));
      else if (validate(metadata)) rules.push(ruleOf(module, metadata));
      else for (const error of validate.errors ?? []) problems.push(problem(module, sentence(error)));
    }
    return { rules: rules.sort((a, b) => (a.id < b.id ? -1 : 1)), problems };
  };
}

function ruleOf(
  module: PolicyModule,
  { title, description, related_resources = [], custom }: Metadata,
): Rule {
  return {
    id: module.package.slice(2).join('/'),
    title,
    description: description.trim(),
    severity: custom.severity,
    appliesTo: custom.applies_to,
    uses: custom.uses ?? [],
    criteria: custom.criteria,
    required: custom.required ?? false,
    controls: custom.controls,
    remediation: custom.remediation,
    links: related_resources.map((resource) => ({ title: resource.description, url: resource.ref })),
  };
}

function problem(module: PolicyModule, message: string): PolicyProblem {
  return {
    file: module.file,
    line: module.metadataLine || module.line,
    column: 1,
    code: 'metadata',
    message,
  };
}

function sentence({ instancePath, message = 'is wrong', params }: ErrorObject): string {
  const field = instancePath.slice(1).replaceAll('/', '.') || 'METADATA';
  const { additionalProperty, allowedValues } = params as Readonly<Record<string, unknown>>;
  if (typeof additionalProperty === 'string')
    return `METADATA: ${field} has no field "${additionalProperty}".`;
  const choice = Array.isArray(allowedValues) ? `: ${allowedValues.join(', ')}` : '';
  return `METADATA: ${field} ${message}${choice}.`;
}
