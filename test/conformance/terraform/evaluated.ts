import { evaluateModule } from '../../../src/formats/terraform/evaluate/index.ts';
import { plain } from '../../../src/formats/terraform/evaluate/testing/files.ts';
import { sourceFile } from '../../../src/source/index.ts';
import { parseHcl } from '../../../src/syntax/hcl/index.ts';
import { parseYaml } from '../../../src/syntax/yaml/index.ts';

/** What `try(jsonencode(expression), "ERR")` comes to here. */
export function evaluated(expression: string): unknown {
  const text = `output "x" {\n  value = try(jsonencode(${expression}), "ERR")\n}\n`;
  const file = parseHcl(sourceFile('main.tf', text));
  const { outputs } = evaluateModule('', {
    directory: (path) => (path === '' ? [file] : undefined),
    readText: () => undefined,
    decodeYaml: (yaml) => {
      const { documents, diagnostics } = parseYaml(sourceFile('', yaml));
      return documents.length === 1 && diagnostics.length === 0 ? documents[0] : undefined;
    },
  });
  const value = outputs.get('x')?.value;
  return value && plain(value);
}
