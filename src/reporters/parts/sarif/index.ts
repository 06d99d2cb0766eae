/** What both SARIF reporters write alike: the tool, rules, places, fingerprints, texts within the consumers' limits. */
export { guidOf, identityOf } from './guid.ts';
export { places } from './places.ts';
export type { Places } from './places.ts';
export { driver, log, PRODUCT } from './product.ts';
export type { LazyRun } from './product.ts';
export { criterionDescriptor, criterionRuleId, rankOf, ruleDescriptor } from './rules.ts';
export { uriOf } from './uri.ts';
export { clip, LIMITS, linkText, messageText, pascalCase, sentence } from './text.ts';
