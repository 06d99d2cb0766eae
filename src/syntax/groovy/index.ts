/**
 * A tolerant reader of Groovy as pipelines are written in it: blocks, calls, texts, lists, with their places.
 *
 * Limits: operators have no precedence, nothing is evaluated, classes are blocks; a slash that may begin a text or
 * divide is taken by what stands before it.
 */
export { parseGroovy } from './parse.ts';
export { placeInString } from './place.ts';
export type {
  GroovyArgument,
  GroovyBlock,
  GroovyCall,
  GroovyExpression,
  GroovyFile,
  GroovyList,
  GroovyStatement,
  GroovyString,
  GroovyValue,
  Interpolation,
} from './tree.ts';
