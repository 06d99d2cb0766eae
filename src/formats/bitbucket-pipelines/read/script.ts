import type { Location } from '../../../source/index.ts';
import { type DataNode } from '../../data-node.ts';
import { joinedLines, type ScriptLine } from '../../script-text.ts';
import { scalarPlaces } from '../../scalar-places.ts';

/** A part of a step's script: lines that one shell runs, or a pipe. */
export type Part =
  | { readonly kind: 'lines'; readonly script: ScriptLine }
  | {
      readonly kind: 'pipe';
      readonly name: string;
      readonly written: DataNode;
      readonly variables: DataNode;
    };

/** The parts of a script, in their order. */
export function partsOf(script: DataNode, otherwise: Location): readonly Part[] {
  const parts: Part[] = [];
  let lines: DataNode[] = [];
  const end = (): void => {
    const texts = lines.map((line) => ({ text: line.text ?? '', placeOf: lazyPlaces(line) }));
    if (lines.length > 0) parts.push({ kind: 'lines', script: joinedLines(texts, otherwise) });
    lines = [];
  };
  for (const item of script.isList ? script.items() : [script]) {
    const written = item.get('pipe');
    if (item.text !== undefined) lines.push(item);
    else if (written.text !== undefined) {
      end();
      parts.push({ kind: 'pipe', name: pipeName(written.text), written, variables: item.get('variables') });
    } else lines.push(...item.items().filter(({ text }) => text !== undefined));
  }
  end();
  return parts;
}

function lazyPlaces(line: DataNode): ScriptLine['placeOf'] {
  let places: ScriptLine['placeOf'] | undefined;
  return (span) => (places ??= scalarPlaces(line))(span);
}

/** `docker://bitbucketpipelines/aws-s3-deploy:1.1.0` and `atlassian/aws-s3-deploy:1.1.0` are one pipe. */
function pipeName(written: string): string {
  const image = written.replace(/^docker:\/\//, '').replace(/@.*$/, '');
  const name = image.replace(/:[^:/]*$/, '');
  return name.replace(/^bitbucketpipelines\//, 'atlassian/');
}
