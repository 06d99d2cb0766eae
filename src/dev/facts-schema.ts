import { writeFileSync } from 'node:fs';
import { INPUT_SCHEMA, inputSchema } from './policy/facts-schema.ts';

writeFileSync(INPUT_SCHEMA, `${JSON.stringify(inputSchema(), null, 2)}\n`);
