import type { Diagnostic } from '../source/index.ts';
import { closest } from './suggest.ts';

/** A mistake of the caller: the call, the configuration or the plan. Ends the run with exit code 2. */
export class PlanproofError extends Error {
  /** `<topic>/<name>`, stable. */
  readonly code: string;
  /** What to do, an imperative sentence. */
  readonly help: string | undefined;
  /** Places in the configuration or the plan that are wrong. */
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of the plans of which one must be chosen. */
  readonly plans: readonly string[];

  constructor(
    code: string,
    message: string,
    help?: string,
    diagnostics: readonly Diagnostic[] = [],
    plans: readonly string[] = [],
  ) {
    super(message);
    this.plans = plans;
    this.name = 'PlanproofError';
    this.code = code;
    this.help = help;
    this.diagnostics = diagnostics;
  }
}

const didYouMean = (word: string, options: readonly string[]): string | undefined => {
  const match = closest(word, options);
  return match === undefined ? undefined : `Did you mean "${match}"?`;
};

/** Every mistake of the caller that Planproof knows, in one place. */
export const mistakes = {
  pathNotFound: (path: string): PlanproofError =>
    new PlanproofError(
      'path/not-found',
      `There is no file or folder "${path}".`,
      'Check the path and the working directory.',
    ),
  patternMatchesNothing: (pattern: string): PlanproofError =>
    new PlanproofError(
      'path/no-match',
      `The pattern "${pattern}" matches no file.`,
      'Quote patterns, and check them against the working directory.',
    ),
  fileChanged: (path: string): PlanproofError =>
    new PlanproofError(
      'path/changed',
      `"${path}" changed while it was checked.`,
      'Check again when nothing writes to it.',
    ),
  planNotFound: (path: string): PlanproofError =>
    new PlanproofError(
      'plan/not-found',
      `There is no deployment plan at "${path}".`,
      'Check the path, or draft a plan with "planproof plan new -o deployment-plan.yaml".',
    ),
  planNotAPlan: (path: string): PlanproofError =>
    new PlanproofError(
      'plan/not-a-plan',
      `"${path}" is not a deployment plan.`,
      'A plan is a Markdown file, or starts with "apiVersion: planproof/v1" and "kind: DeploymentPlan".',
    ),
  planSeveral: (paths: readonly string[]): PlanproofError =>
    new PlanproofError(
      'plan/several',
      `There are ${paths.length} deployment plans: ${paths.slice(0, 5).join(', ')}${paths.length > 5 ? ', …' : ''}.`,
      'Choose one: name its file, or the folder of one deployment.',
      [],
      paths,
    ),
  outputOfSeveral: (id: string, plans: number): PlanproofError =>
    new PlanproofError(
      'output/several-plans',
      `There are ${plans} deployment plans, and their reports as ${id} cannot go to the standard output together.`,
      `Write files, as in "-o ${id}=report", which gives one for each plan; or name the file of one plan.`,
    ),
  planInvalid: (path: string, diagnostics: readonly Diagnostic[]): PlanproofError =>
    new PlanproofError(
      'plan/invalid',
      `The deployment plan "${path}" cannot be used.`,
      'Mend the places above; an editor with YAML support completes the plan from its schema.',
      diagnostics,
    ),
  planMistaken: (path: string, diagnostics: readonly Diagnostic[]): PlanproofError =>
    new PlanproofError(
      'plan/mistaken',
      `The deployment plan "${path}" has ${diagnostics.length === 1 ? 'a mistake' : `${diagnostics.length} mistakes`}; the report tells what can be judged all the same.`,
      'Mend the places above; an editor with YAML support completes the plan from its schema.',
      diagnostics,
    ),
  configInvalid: (path: string, diagnostics: readonly Diagnostic[]): PlanproofError =>
    new PlanproofError(
      'config/invalid',
      `The configuration "${path}" cannot be used.`,
      'Mend the places above.',
      diagnostics,
    ),
  configNotFound: (path: string): PlanproofError =>
    new PlanproofError(
      'config/not-found',
      `There is no configuration at "${path}".`,
      'Check the path that --config names.',
    ),
  policiesInvalid: (diagnostics: readonly Diagnostic[]): PlanproofError =>
    new PlanproofError(
      'policies/invalid',
      'The policies cannot be used.',
      'Mend the places above.',
      diagnostics,
    ),
  policiesEmpty: (folder: string): PlanproofError =>
    new PlanproofError(
      'policies/empty',
      `There is no rule in "${folder}".`,
      'A rule is a .rego file of a package planproof.rules.<domain>["<name>"].',
    ),
  policiesTooSlow: (doing: string, names: readonly string[], milliseconds: number): PlanproofError =>
    new PlanproofError(
      'policies/too-slow',
      `${doing} ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''} takes longer than ${milliseconds / 1000} seconds.`,
      'Take comprehensions that are nested deeply, and other long expressions, apart into rules of their own.',
    ),
  policyTwice: (id: string): PlanproofError =>
    new PlanproofError(
      'policies/twice',
      `The rule ${id} is built in already.`,
      'Give yours another domain or name; --skip-rules leaves the built-in one out.',
    ),
  ruleUnknown: (id: string, rules: readonly string[]): PlanproofError =>
    new PlanproofError(
      'rule/unknown',
      `There is no rule "${id}".`,
      didYouMean(id, rules) ?? 'List the rules with "planproof rules".',
    ),
  environmentUnknown: (name: string, names: readonly string[]): PlanproofError =>
    new PlanproofError(
      'environment/unknown',
      `Neither the plan nor the files know an environment "${name}".`,
      didYouMean(name, names) ??
        (names.length > 0 ? `Known: ${names.join(', ')}.` : 'Name environments in the plan.'),
    ),
  reporterUnknown: (id: string, reporters: readonly string[]): PlanproofError =>
    new PlanproofError(
      'output/unknown',
      `There is no report format "${id}".`,
      didYouMean(id, reporters) ?? `Choose among ${reporters.join(', ')}.`,
    ),
  outputNotWritable: (path: string, reason: string): PlanproofError =>
    new PlanproofError(
      'output/not-writable',
      `"${path}" cannot be written: ${reason}.`,
      'Check that the folder exists and may be written to.',
    ),
  draftExists: (path: string): PlanproofError =>
    new PlanproofError(
      'draft/exists',
      `"${path}" is there already.`,
      'Write the draft to another file, or overwrite it with --force.',
    ),
  outputTwice: (where: string): PlanproofError =>
    new PlanproofError(
      'output/twice',
      `Two reports would be written to ${where}.`,
      'Give each report a file of its own: --output sarif=report.sarif.',
    ),
  valueInvalid: (option: string, value: string, expected: string): PlanproofError =>
    new PlanproofError('option/value', `"${value}" is not a value for ${option}.`, `Give ${expected}.`),
} as const;
