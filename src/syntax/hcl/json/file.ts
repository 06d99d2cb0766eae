import type { DataDocument } from '../../data/index.ts';
import type { HclFile } from '../tree.ts';
import { bodyAt } from './body.ts';
import type { JsonReader } from './reader.ts';
import { CONFIGURATION, VALUES } from './schema.ts';

/**
 * A JSON document as the configuration, or as the values for variables, that it stands for: `*.tf.json`,
 * `*.tfvars.json`. Never throws; what cannot be read becomes diagnostics.
 */
export function hclOfJson(document: DataDocument): HclFile {
  const { file, value } = document;
  const reader: JsonReader = { document, file, diagnostics: [] };
  const values = file.path.endsWith('.tfvars.json');
  const body = bodyAt(reader, value, [], values ? VALUES : CONFIGURATION, values ? 'literal' : 'template');
  return { file, body, comments: [], diagnostics: reader.diagnostics };
}
