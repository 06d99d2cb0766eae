/**
 * The tree that YAML and JSON share: plain values, and where each of them stands. Of the folders in `syntax`, only
 * this one may be imported by its siblings.
 */
export type { Comment, DataDocument, DataFile, Path, Place } from './document.ts';
export { assembled } from './assembled.ts';
export type { AssembledPart } from './assembled.ts';
export { dataDocument } from './tree.ts';
export { MAX_DEPTH, nestingProblem, setProperty, syntaxProblem } from './shared.ts';
export { reportDuplicates } from './duplicates.ts';
export type { Duplicate } from './duplicates.ts';
export { templateNote } from './template.ts';
export { addLeaf, closeNode, createTape, NodeKind, openNode, spanOf } from './tape.ts';
export type { Tape } from './tape.ts';
export { innerText, relocated } from './relocated.ts';
export type { InnerText } from './relocated.ts';
export { addBuilt, addRepeated, builtDocument, builtList, builtMap, builtScalar } from './built.ts';
export type { BuiltNode } from './built.ts';
export { confSyntax } from './conf.ts';
