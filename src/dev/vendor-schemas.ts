import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { correctSchema } from './schema/corrections.ts';
import { resourceSchemas } from './schema/resources.ts';
import { stripSchema } from './schema/strip.ts';

/**
 * Takes published schemas out of the packages that keep them current, into the folders of their formats. Run by hand:
 * `npm run build:dev && node build/dev/vendor-schemas.js`. Each release is new, so what it brings must be read.
 */

/** On PyPI, since no npm package has the schemas of pipelines. */
const PIPELINES = { name: 'check-jsonschema', version: '0.39.0' };
/** On npm: what AWS makes its CDK from. */
const RESOURCES = { name: '@aws-cdk/aws-service-spec', version: '0.1.216' };

/**
 * Where each schema of the package goes. Not Azure's: it knows no task of the marketplace and takes names by their case,
 * so that most of what it said of sound pipelines was wrong.
 */
const SCHEMAS: Readonly<Record<string, string>> = {
  'github-workflows': 'src/formats/github-actions/published/workflow.json',
  'github-actions': 'src/formats/github-actions/published/action.json',
  'gitlab-ci': 'src/formats/gitlab-ci/published/pipeline.json',
  'circle-ci': 'src/formats/circleci/published/configuration.json',
  'compose-spec': 'src/formats/compose/published/project.json',
};

const LICENSES = 'src/schema/published/licenses.txt';

const folder = mkdtempSync(join(tmpdir(), 'schemas-'));
const run = (program: string, ...args: string[]): void => {
  execFileSync(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
};
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
const ending = (end: string): string => readdirSync(folder).find((name) => name.endsWith(end)) ?? end;

function write(path: string, content: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(content)}\n`);
}

function vendorPipelines(): string[] {
  run('pip', 'download', '--no-deps', '--quiet', `${PIPELINES.name}==${PIPELINES.version}`);
  run('python3', '-m', 'zipfile', '-e', ending('.whl'), '.');
  const vendored = 'check_jsonschema/builtin_schemas/vendor';
  for (const [name, path] of Object.entries(SCHEMAS)) {
    const schema: unknown = JSON.parse(read(`${vendored}/${name}.json`));
    write(path, correctSchema(name, stripSchema(schema)));
  }
  return ['schemastore', 'gitlab', 'compose-spec'].map((name) =>
    read(`${vendored}/licenses/LICENSE.${name}`),
  );
}

function vendorResources(): string[] {
  run('npm', 'pack', '--silent', `${RESOURCES.name}@${RESOURCES.version}`);
  run('tar', 'xzf', ending('.tgz'));
  write(
    'src/formats/cloudformation/published/resources.json',
    resourceSchemas(join(folder, 'package/db.json.gz')),
  );
  return [read('package/LICENSE')];
}

const texts = [...vendorPipelines(), ...vendorResources()].map((text) => text.trim());
const from = [PIPELINES, RESOURCES].map(({ name, version }) => `${name} ${version}`).join(' and ');
const head = `JSON Schemas from ${from}, shortened by src/dev/vendor-schemas.ts`;
writeFileSync(LICENSES, `${[head, ...new Set(texts)].join('\n\n')}\n`);
rmSync(folder, { recursive: true });
