import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';

/** Makes `dist/` whole: compiler, schemas, policies, bundle, types. Each step is skipped when nothing changed for it. */
const node = (script: string): void => {
  execFileSync(process.execPath, [`build/dev/${script}.js`], { stdio: 'inherit' });
};
const tool = (name: string, ...args: string[]): void => {
  execFileSync(process.execPath, [`node_modules/${name}`, ...args], { stdio: 'inherit' });
};

node('compile-schemas');
node('build-policies');
rmSync('dist/parts', { recursive: true, force: true });
tool('rolldown/bin/cli.mjs', '-c', 'rolldown.config.mjs', '--logLevel', 'warn');
tool('typescript/bin/tsc', '-p', 'tsconfig.build.json');

mkdirSync('dist/schemas', { recursive: true });
cpSync('src/plan/schema/deployment-plan.schema.json', 'dist/schemas/deployment-plan.schema.json');
cpSync('src/cli/planproof.schema.json', 'dist/schemas/planproof.schema.json');
cpSync('src/reporters/json/report.schema.json', 'dist/schemas/report.schema.json');
