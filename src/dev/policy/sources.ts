import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { PolicySources } from '../../policy/compile/build.ts';
import { INPUT_SCHEMA, modelDigest } from './facts-schema.ts';

const FOLDER = 'policies';

/** Everything that the policies are built from, from disk. */
export function readPolicySources(): PolicySources {
  const schema = readFileSync(INPUT_SCHEMA, 'utf8');
  if (!schema.includes(modelDigest()))
    throw new Error(`${INPUT_SCHEMA} is older than src/model/kinds: run "npm run generate".`);
  const paths = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('template/'))
    .sort();
  const rego = paths.filter((path) => path.endsWith('.rego'));
  return {
    files: Object.fromEntries(rego.map((path) => [path, readFileSync(`${FOLDER}/${path}`, 'utf8')])),
    examples: paths.filter((path) => /^rules\/[^/]+\/[^/]+\/examples\/[^/]+$/.test(path)),
    inputSchema: JSON.parse(schema),
  };
}

/** Folders below `rules/` without a rule: forgotten halves that nothing else would report. */
export function foldersWithoutRule(): readonly string[] {
  return readdirSync(`${FOLDER}/rules`, { withFileTypes: true })
    .filter((domain) => domain.isDirectory())
    .flatMap((domain) =>
      readdirSync(`${FOLDER}/rules/${domain.name}`).map((name) => `${FOLDER}/rules/${domain.name}/${name}`),
    )
    .filter((folder) => !existsSync(`${folder}/rule.rego`))
    .sort();
}
