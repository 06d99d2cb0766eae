/** The catalogue of the caller's mistakes. Everything else that is thrown is our bug. */
export { mistakes, PlanproofError } from './error.ts';
export { closest } from './suggest.ts';
