import { evaluateModule } from '../../../src/formats/terraform/evaluate/index.ts';
import { plain } from '../../../src/formats/terraform/evaluate/testing/files.ts';
import { sourceFile } from '../../../src/source/index.ts';
import { parseHcl } from '../../../src/syntax/hcl/index.ts';
import { parseYaml } from '../../../src/syntax/yaml/index.ts';

/** Names that an expression refers to, with the expressions that they stand for. */
export type Variables = Readonly<Record<string, string>>;

/** What `try(jsonencode(expression), "ERR")` comes to here; "ERR" too where it cannot be parsed. */
export function evaluated(expression: string, variables: Variables = {}): unknown {
  const text = `output "x" {\n  value = try(jsonencode(${bound(expression, variables)}), "ERR")\n}\n`;
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
  return value?.kind === 'unknown' && value.failure ? 'ERR' : value && plain(value);
}

/** The expression where its names have values: as the single round of a `for`, whose variables hide all others. */
export function bound(expression: string, variables: Variables): string {
  return Object.entries(variables).reduce(
    (inner, [name, value]) => `[for ${name} in [${value}] : ${inner}][0]`,
    `(${expression.includes('\n') ? `\n${expression}\n` : expression})`,
  );
}
