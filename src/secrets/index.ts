/** Secrets as they are written: which texts are some, which names take some. */
export { givenBelow, givenSecrets, type Given } from './given.ts';
export { isLiteralSecret, SHORTEST_SECRET, takesSecret } from './literal.ts';
export { assignedSecrets } from './script.ts';
export { shapedSecrets, type Found } from './shapes.ts';
export { untoldSecrets, writtenSecrets } from './written.ts';
