/** Evaluates Terraform modules: every value with where it came from or why it is not known. */
export { isConfiguration } from './modules/files.ts';
export { rootDirectories } from './modules/roots.ts';
export { evaluateModule } from './modules/tree.ts';
export { isAutomatic } from './variables/variables.ts';
export type {
  EvaluatedBlock,
  EvaluatedModule,
  EvaluatedModuleCall,
  EvaluatedOutput,
  EvaluatedResource,
  EvaluatedVariable,
  EvaluateOptions,
  TerraformSources,
} from './result.ts';
