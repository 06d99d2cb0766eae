import { filesBelow } from '../../src/discover/index.ts';
import { format } from '../../src/formats/terraform/index.ts';
import { memoryHost } from '../../src/io/index.ts';
import { purposeOf, type SubjectKind } from '../../src/model/index.ts';
import { sourceFile } from '../../src/source/index.ts';
import type { DataDocument } from '../../src/syntax/data/index.ts';
import { hclOfJson, parseHcl, type HclFile } from '../../src/syntax/hcl/index.ts';
import { parseJson } from '../../src/syntax/json/index.ts';
import { printSubjects } from './facts.ts';

/** The subjects of some kinds that Terraform files and plans give, printed; a single text is `main.tf`. */
export async function terraformSubjects(
  files: string | Readonly<Record<string, string>>,
  ...kinds: readonly SubjectKind[]
): Promise<string> {
  const texts = typeof files === 'string' ? { 'main.tf': files } : files;
  const documents = Object.entries(texts).flatMap(([path, text]): readonly (HclFile | DataDocument)[] => {
    const file = sourceFile(path, text);
    // Discovery does not enter it.
    if (path.includes('.terraform/')) return [];
    if (!path.endsWith('.json')) return [parseHcl(file)];
    const { documents } = parseJson(file);
    return /\.(?:tf|tofu|tfvars)\.json$/.test(path) ? documents.map(hclOfJson) : documents;
  });
  const { subjects } = await format.normalize(
    documents.filter((document) => format.detect(document)),
    {
      environmentOf: (path) => purposeOf(path.slice(path.lastIndexOf('/') + 1)),
      readText: (path) => texts[path],
      exists: (path) => path in texts,
      filesBelow: (path) => filesBelow(memoryHost(texts), path),
      wantsTags: kinds.includes('tagging'),
    },
  );
  return printSubjects(subjects.filter(({ kind }) => kinds.includes(kind)));
}
