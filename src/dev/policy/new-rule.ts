import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const TEMPLATE = 'policies/template';

/** Concerns that rules are about, as a plan's criteria are. */
const DOMAINS: readonly string[] = [
  'delivery',
  'documentation',
  'encryption',
  'identity',
  'network',
  'observability',
  'plan',
  'recovery',
  'rollback',
  'secrets',
  'supply-chain',
  'workload',
];

/** The files of a new rule, complete and green: path → text. Throws when the id will not do. */
export function newRuleFiles(id: string): Readonly<Record<string, string>> {
  const [, domain = '', name = ''] = /^([a-z-]+)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(id) ?? [];
  if (name === '') throw new Error(`"${id}" is no rule id: write <domain>/<name> in kebab case.`);
  if (!DOMAINS.includes(domain)) throw new Error(`There is no domain "${domain}": ${DOMAINS.join(', ')}.`);
  const words = name.replaceAll('-', ' ');
  const title = words.slice(0, 1).toUpperCase() + words.slice(1);
  const path = (leaf: string): string =>
    domain.includes('-') ? `planproof.rules["${domain}"]["${leaf}"]` : `planproof.rules.${domain}["${leaf}"]`;
  const files: Record<string, string> = {};
  for (const file of readdirSync(TEMPLATE, { recursive: true, encoding: 'utf8' }).sort()) {
    if (statSync(`${TEMPLATE}/${file}`).isDirectory()) continue;
    files[`policies/rules/${id}/${file.replaceAll('\\', '/')}`] = readFileSync(`${TEMPLATE}/${file}`, 'utf8')
      .replaceAll('PACKAGE_TEST', path(`${name}_test`))
      .replaceAll('PACKAGE', path(name))
      .replaceAll('TITLE', title);
  }
  return files;
}

export function writeNewRule(id: string): readonly string[] {
  const files = newRuleFiles(id);
  if (existsSync(`policies/rules/${id}`)) throw new Error(`policies/rules/${id} exists already.`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return Object.keys(files);
}
