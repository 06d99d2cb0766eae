/** HCL's native syntax: text → tree with ranges. */
export { parseHcl, parseHclTemplate } from './parse.ts';
export type {
  BinaryExpression,
  BinaryOperator,
  CallExpression,
  ConditionalExpression,
  Expression,
  ForExpression,
  HclAttribute,
  HclBlock,
  HclBody,
  HclFile,
  IndexExpression,
  ObjectExpression,
  ObjectItem,
  ReferenceExpression,
  SplatExpression,
  TemplateExpression,
  TemplatePart,
  TraversalExpression,
  TupleExpression,
  UnaryExpression,
} from './tree.ts';
