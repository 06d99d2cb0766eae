import validator from '../../schema/generated/rule-metadata.js';
import { problemsOf } from '../../schema/index.ts';
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
    readonly by_name?: boolean;
    readonly criteria: Rule['criteria'];
    readonly required?: boolean;
    readonly required_for?: Rule['requiredFor'];
    readonly controls: Rule['controls'];
    readonly statements?: readonly string[];
    readonly shown_by?: readonly string[];
    readonly remediation: string;
  };
}

interface MetadataResult {
  readonly rules: readonly Rule[];
  readonly problems: readonly PolicyProblem[];
}

/**
 * Reads the METADATA of rules' modules; what does not fit `policies/metadata.schema.json` is told at the block's first
 * line. `readsOf` says which facts a module can read.
 */
export function readMetadata(
  modules: readonly PolicyModule[],
  readsOf: (module: PolicyModule) => Rule['reads'],
): MetadataResult {
  const rules: Rule[] = [];
  const problems: PolicyProblem[] = [];
  for (const module of modules) {
    if (module.metadata === null) {
      problems.push(problem(module, 'The rule has no METADATA block above its package.'));
      continue;
    }
    const wrong = problemsOf(module.metadata, validator, { what: "rule's METADATA" });
    for (const { message, help } of wrong)
      problems.push(problem(module, help === undefined ? message : `${message} ${help}`));
    // The schema vouches for the shape.
    if (wrong.length === 0) rules.push(ruleOf(module, module.metadata as Metadata, readsOf(module)));
  }
  return { rules: rules.sort((a, b) => (a.id < b.id ? -1 : 1)), problems };
}

function ruleOf(
  module: PolicyModule,
  { title, description, related_resources = [], custom }: Metadata,
  reads: Rule['reads'],
): Rule {
  return {
    id: module.package.slice(2).join('/'),
    title,
    description: description.trim(),
    severity: custom.severity,
    appliesTo: custom.applies_to,
    uses: custom.uses ?? [],
    ...(custom.by_name && { byName: true }),
    reads,
    criteria: custom.criteria,
    required: custom.required ?? false,
    requiredFor: custom.required_for ?? [],
    controls: custom.controls,
    ...(custom.statements && { statements: custom.statements }),
    ...(custom.shown_by && { shownBy: custom.shown_by }),
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
