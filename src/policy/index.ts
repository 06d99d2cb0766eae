/** Policies: compiled, checked, tested and evaluated; subjects in, what each rule says of them out. */
export { createPolicyEngine } from './evaluate/engine.ts';
export type { PolicySubject } from './evaluate/batches.ts';
export type { EvaluationRequest, PolicyAssets, PolicyEngine } from './evaluate/engine.ts';
export type { Evaluation, FactPath, RuleEvaluation, UndecidedResult, Violation } from './evaluation.ts';
export type { PolicyFiles, PolicyProblem, PolicyTest } from './compile/compiler.ts';
export { compileCustomPolicies, evaluateCustomPolicies, testCustomPolicies } from './custom/index.ts';
export { readRules } from './rule.ts';
export type { CriterionId, Need, Rule, Severity } from './rule.ts';
