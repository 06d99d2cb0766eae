/** Words that name an environment's purpose in folder, job and variable names; source: common usage, checked on public repositories. */
const PURPOSES: readonly (readonly [purpose: EnvironmentPurpose, pattern: RegExp])[] = [
  ['staging', /(?:^|[^a-z])(?:stag(?:e|ing)?|stg|uat|pre-?prod(?:uction)?|qa|sit)(?:[^a-z]|$)/i],
  ['production', /(?:^|[^a-z])(?:prod|production|prd|live)(?:[^a-z]|$)/i],
  ['development', /(?:^|[^a-z])(?:dev|develop|development|sandbox|review|preview|test)(?:[^a-z]|$)/i],
];

export type EnvironmentPurpose = 'development' | 'staging' | 'production';

/** What a name says of its environment's purpose: `webshop-prod` is production, `pre-prod` staging, `blue` nothing. */
export function purposeOf(name: string): EnvironmentPurpose | undefined {
  return PURPOSES.find(([, pattern]) => pattern.test(name))?.[0];
}
