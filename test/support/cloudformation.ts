import { format } from '../../src/formats/cloudformation/index.ts';
import type { Normalized } from '../../src/formats/format.ts';
import { purposeOf, type SubjectKind } from '../../src/model/index.ts';
import { sourceFile } from '../../src/source/index.ts';
import { parseJson } from '../../src/syntax/json/index.ts';
import { parseYaml } from '../../src/syntax/yaml/index.ts';
import { printSubjects } from './facts.ts';

/** The subjects of some kinds that templates give, printed; a single text is `template.yaml`. */
export async function cloudFormationSubjects(
  files: string | Readonly<Record<string, string>>,
  ...kinds: readonly SubjectKind[]
): Promise<string> {
  const { subjects } = await normalized(files, kinds.includes('tagging'));
  return printSubjects(subjects.filter(({ kind }) => kinds.includes(kind)));
}

/** What the format makes of YAML and JSON texts by path; documents that it does not take for its own are left out. */
export async function normalized(
  files: string | Readonly<Record<string, string>>,
  wantsTags = false,
): Promise<Normalized> {
  const texts = typeof files === 'string' ? { 'template.yaml': files } : files;
  const documents = Object.entries(texts).flatMap(([path, text]) => {
    const file = sourceFile(path, text);
    return (path.endsWith('.json') ? parseJson(file) : parseYaml(file)).documents;
  });
  return await format.normalize(
    documents.filter((document) => format.detect(document)),
    {
      environmentOf: (path) => purposeOf(path.slice(path.lastIndexOf('/') + 1)),
      readText: (path) => texts[path],
      exists: (path) => path in texts,
      filesBelow: () => undefined,
      wantsTags,
    },
  );
}
