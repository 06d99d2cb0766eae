import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { rolldown } from 'rolldown';

const FORMATS = ['date', 'date-time', 'duration', 'uri', 'email'] as const;
const MODULE = 'virtual:validator';

/** Compiles one schema to the source of a module without imports, since importing ajv costs a start 60 ms. */
export async function compileSchema(schema: object): Promise<string> {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: true,
    // A type that a `$ref` beside the keyword states would not count.
    strictTypes: false,
    messages: false,
    inlineRefs: false,
    allowUnionTypes: true,
    code: { source: true, esm: true },
  });
  addFormats.default(ajv, [...FORMATS]);
  return bundle(standaloneCode.default(ajv, ajv.compile(schema)));
}

/** Takes what ajv's code requires at run time (its comparisons and formats) into the module. */
async function bundle(code: string): Promise<string> {
  const build = await rolldown({
    input: MODULE,
    platform: 'node',
    plugins: [
      {
        name: 'validator',
        // A path inside the project, so that the packages are found from there.
        resolveId: (id) => (id === MODULE ? `${process.cwd()}/validator.mjs` : undefined),
        load: (id) => (id === `${process.cwd()}/validator.mjs` ? code : undefined),
      },
    ],
  });
  const { output } = await build.generate({ format: 'esm', minify: true });
  return output[0].code;
}
