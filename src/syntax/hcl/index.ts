/** HCL's native syntax, and its JSON syntax as Terraform uses it: text → tree with ranges. */
export { hclOfJson } from './json/file.ts';
export { parseHcl, parseHclExpression, parseHclTemplate } from './parse.ts';
export { parseRiver } from './river.ts';
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
  NumberLiteral,
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
