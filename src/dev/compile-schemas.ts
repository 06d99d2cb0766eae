import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compileSchema } from './schema/compile.ts';

/** Every schema that Planproof checks files against: the name of its module in `src/schema/generated`, and the file. */
const SCHEMAS: Readonly<Record<string, string>> = {
  'deployment-plan': 'src/plan/schema/deployment-plan.schema.json',
  planproof: 'src/cli/planproof.schema.json',
  'rule-metadata': 'policies/metadata.schema.json',
};

const FOLDER = 'src/schema/generated';

const TYPES = `import type { CompiledValidator } from '../validator.ts';

declare const validate: CompiledValidator;
export default validate;
`;

async function compileAll(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, file] of Object.entries(SCHEMAS)) {
    const code = await compileSchema(JSON.parse(readFileSync(file, 'utf8')) as object);
    writeFileSync(`${FOLDER}/${name}.js`, code);
    writeFileSync(`${FOLDER}/${name}.d.ts`, TYPES);
  }
}

await compileAll();
