/** Nodes that stand for what is inside them. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  'ParenExpr',
  'OffsetExpr',
  'StepInvariantExpr',
  'AnchoredExpr',
  'SmoothedExpr',
]);

/** Does a node of the parser change nothing of what is inside it? */
export function isTransparent(name: string): boolean {
  return TRANSPARENT.has(name);
}

/** May this node stand in front of a range? An error there is told as such. */
export function mayHaveRange(name: string): boolean {
  return name === 'VectorSelector' || name === '⚠';
}

const UNMOVED: ReadonlySet<string> = new Set([
  'ParenExpr',
  'FunctionCall',
  'AggregateExpr',
  'NumberDurationLiteral',
  'StringLiteral',
]);

/** May this node stand in front of an offset or `@`? The parser takes `a - b offset 5m` for one of the difference. */
export function mayBeMoved(name: string): boolean {
  return !UNMOVED.has(name);
}
