/** Evaluates Terraform modules: every value with where it came from or why it is not known. */
export { rootDirectories } from './modules/roots.ts';
export { evaluateModule } from './modules/tree.ts';
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
export type {
  TfBool,
  TfEncoded,
  TfKnown,
  TfMapping,
  TfNull,
  TfNumber,
  TfOrigin,
  TfReference,
  TfSequence,
  TfShape,
  TfString,
  TfUnknown,
  TfValue,
} from './value.ts';
