import type { Naming } from '../../../delivery/index.ts';
import { scalarText, type DataNode } from '../../data-node.ts';
import { rewrite, type RewrittenText } from '../../rewritten-text.ts';
import { scalarPlaces } from '../../scalar-places.ts';
import { expressionPattern, fill, nameIn, type Parameters } from './parameters.ts';

/**
 * A script with the known parameters filled in; `<< x >>` of which nothing is known would be a heredoc for the shell,
 * so that it becomes `${x}`.
 */
export function scriptText(node: DataNode, parameters: Parameters): RewrittenText {
  return rewrite(
    node.text ?? '',
    expressionPattern(),
    (whole) => forShell(parameters.get(nameIn(whole)) ?? whole),
    scalarPlaces(node),
  );
}

const forShell = (text: string): string =>
  text.replace(expressionPattern(), (whole) => `\${${nameIn(whole)}}`);

/** A scalar with the known parameters filled in. */
export function naming(node: DataNode, parameters: Parameters): Naming | undefined {
  const text = scalarText(node);
  return text === undefined ? undefined : { text: fill(text, parameters), at: node.at };
}
