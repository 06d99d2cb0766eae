import type { Format } from '../../src/formats/index.ts';
import { schemaWarnings } from '../../src/schema/index.ts';
import { sourceFile } from '../../src/source/index.ts';
import { parseYaml } from '../../src/syntax/yaml/index.ts';

/** What the published schemas of a format say of a text: line and message, without which schema it is by. */
export async function publishedWarnings(
  format: Format,
  path: string,
  text: string,
): Promise<readonly string[]> {
  const [document] = parseYaml(sourceFile(path, text)).documents;
  if (document === undefined || !format.published)
    throw new Error('there is nothing to hold against a schema');
  return schemaWarnings(document, await format.published(document)).map(({ message, location, help }) => {
    const line = location?.file.positionAt(location.span.start).line ?? 0;
    return [`${line} ${message.replace(/, by its published schema .*$/, '.')}`, help ?? ''].join(' ').trim();
  });
}
