import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allExamples } from './examples.ts';

/** Domains whose rules speak of what clouds make, rather than of what stands beside it. */
const DOMAINS = /^(?:encryption|identity|network|observability|recovery|rollback|secrets|supply-chain|workload)\//;

/** How each cloud is known in each language that has it. */
const LANGUAGES: readonly (readonly [cloud: string, file: RegExp, text: RegExp])[] = [
  ['AWS in Terraform', /\.tf$/, /\b(?:resource|data) "aws_/],
  ['Azure in Terraform', /\.tf$/, /\b(?:resource|data) "azure(?:rm|ad)_/],
  ['Google Cloud in Terraform', /\.tf$/, /\b(?:resource|data) "google_/],
  ['AWS in CloudFormation', /\.(?:ya?ml|json)$/, /"?Type"?: "?AWS::/],
];

/** Where a cloud leaves nothing to do wrong, or nothing that could be told from a file. */
const ONLY_GOOD: Readonly<Record<string, readonly string[]>> = {
  'the cloud does so by itself': [
    'encryption/cache-encrypted: Azure in Terraform',
    'encryption/cache-encrypted: Google Cloud in Terraform',
    'encryption/disk-encrypted: Azure in Terraform',
    'encryption/disk-encrypted: Google Cloud in Terraform',
    'encryption/file-system-encrypted: Azure in Terraform',
    'encryption/file-system-encrypted: Google Cloud in Terraform',
    'encryption/queue-encrypted: Azure in Terraform',
    'encryption/queue-encrypted: Google Cloud in Terraform',
    'encryption/search-encrypted-between-nodes: Azure in Terraform',
    'encryption/search-encrypted: Azure in Terraform',
    'encryption/search-https-only: Azure in Terraform',
    'encryption/search-modern-tls: Azure in Terraform',
    'identity/cluster-role-based: AWS in Terraform',
    'observability/database-logs-exported: Google Cloud in Terraform',
    'observability/log-retention-stated: Azure in Terraform',
    'observability/log-retention-stated: Google Cloud in Terraform',
    'recovery/databases-backed-up: Azure in Terraform',
  ],
  'its templates cannot turn it off, or leave it to others': [
    'encryption/dns-keys-strong: AWS in CloudFormation',
    'network/dns-zones-signed: AWS in CloudFormation',
    'network/object-store-public-access-blocked: Google Cloud in Terraform',
    'observability/cluster-logs-kept: Azure in Terraform',
    'observability/organization-audited: AWS in CloudFormation',
    'recovery/database-deletion-protected: Azure in Terraform',
  ],
};

/** The clouds and languages that a folder has. */
function shownIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return LANGUAGES.filter(([, file, text]) =>
    files.some(
      ({ name, parentPath }) => file.test(name) && text.test(readFileSync(`${parentPath}/${name}`, 'utf8')),
    ),
  ).map(([cloud]) => cloud);
}

test('a rule that shows a cloud in a language shows it well and badly', () => {
  const shown = { good: new Set<string>(), bad: new Set<string>() };
  for (const { rule, folder } of allExamples().filter((each) => DOMAINS.test(each.rule))) {
    const [kind] = /(?<=\/)(?:good|bad)(?=-[^/]*$)/.exec(folder) ?? [];
    if (kind === 'good' || kind === 'bad')
      for (const cloud of shownIn(folder)) shown[kind].add(`${rule}: ${cloud}`);
  }
  const onlyGood = [...shown.good].filter((each) => !shown.bad.has(each));
  expect(onlyGood.sort()).toEqual(Object.values(ONLY_GOOD).flat().sort());
  expect([...shown.bad].filter((each) => !shown.good.has(each))).toEqual([]);
});
