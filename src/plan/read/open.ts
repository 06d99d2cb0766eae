import type { SourceFile } from '../../source/index.ts';
import type { DataFile } from '../../syntax/data/index.ts';
import type { PlanSource } from './recognize.ts';

/** A file as the plan that another one includes; undefined when it is of no syntax of plans, or broken. */
export async function planIn(file: SourceFile): Promise<PlanSource | undefined> {
  if (/\.(?:md|markdown)$/i.test(file.path)) {
    const { parseMarkdown } = await import('../../syntax/markdown/index.ts');
    return parseMarkdown(file);
  }
  const parsed = await parseData(file);
  if (!parsed || parsed.diagnostics.some(({ level }) => level === 'error')) return undefined;
  return parsed.documents[0];
}

async function parseData(file: SourceFile): Promise<DataFile | undefined> {
  if (/\.ya?ml$/i.test(file.path)) return (await import('../../syntax/yaml/index.ts')).parseYaml(file);
  return /\.json$/i.test(file.path)
    ? (await import('../../syntax/json/index.ts')).parseJson(file)
    : undefined;
}
