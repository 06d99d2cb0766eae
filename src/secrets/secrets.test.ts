import { expect, test } from 'vitest';
import { assignedSecrets, isLiteralSecret, takesSecret } from './index.ts';
import { shapedSecrets } from './shapes.ts';

test.each([
  'password',
  'master_password',
  'MasterUserPassword',
  'DB_PASSWORD',
  'auth.clientSecret',
  '/shop/db/password',
  'AWS_SECRET_ACCESS_KEY',
  'OAuthToken',
])('%s takes a secret', (name) => {
  expect(takesSecret(name)).toBe(true);
});

test.each([
  'password_policy',
  'minimum_password_length',
  'DB_PASSWORD_SECRET_ARN',
  'secret_name',
  'token_validity',
  'hash_key',
  'key',
])('%s takes none', (name) => {
  expect(takesSecret(name)).toBe(false);
});

test.each(['password123', 'Aa1!', '0815', 'mysecret'])('%s is a literal secret', (text) => {
  expect(isLiteralSecret(text)).toBe(true);
});

test.each([
  '',
  'true',
  'changeme',
  '<password>',
  '${DB_PASSWORD}',
  '{{resolve:secretsmanager:shop:SecretString:password}}',
  '********',
  'YOUR_TOKEN',
  'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  'arn:aws:secretsmanager:eu-central-1:1:secret:shop',
  '/run/secrets/db',
  '@Microsoft.KeyVault(SecretUri=https://shop.vault.azure.net/secrets/db)',
])('%j is none', (text) => {
  expect(isLiteralSecret(text)).toBe(false);
});

const KEY = 'q8Zt3VbN0pLk7RrXw2sYd5GfJ1hMc9TuA4eBiOvE';

test.each([
  [`id = AKIAQ3EGRIL5UUPHD7NM`, 'AWS access key'],
  [`AWS_SECRET_ACCESS_KEY: "${KEY}"`, 'AWS secret access key'],
  [`aws_secret_key=${KEY}`, 'AWS secret access key'],
  [`-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIIZ0xN8mfvYq2sB7Lr4kTgPd\n`, 'private key'],
  [`"-----BEGIN PRIVATE KEY-----\\nMHcCAQEEIIZ0xN8mfvYq2sB7Lr4kTgPd\\n"`, 'private key'],
  [`ghp_${KEY.slice(4)}`, 'GitHub token'],
  [`xoxb-123456789012-123456789012-${KEY.slice(16)}`, 'Slack token'],
  [`AccountKey=${KEY}${KEY}+/a1B2==;`, 'Azure storage account key'],
  [`AIza${KEY.slice(5)}`, 'Google API key'],
])('%j is told by its shape', (text, what) => {
  expect(shapedSecrets(text).map((found) => found.what)).toEqual([what]);
});

test.each([
  'AKIAIOSFODNN7EXAMPLE',
  'AKIAXXXXXXXXXXXXXXXX',
  'ghp_abcdefghijklmnopqrstuvwxyz0123456789',
  '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
  'the first PEM block is a PRIVATE KEY block',
  `sha: ${KEY}`,
])('%j has no shape of a secret', (text) => {
  expect(shapedSecrets(text)).toEqual([]);
});

test('a script gives secrets to variables; what it fetches or is handed is none', () => {
  const script = [
    'export DB_HOST=db.internal',
    'export DB_PASSWORD=battery-staple',
    "API_TOKEN='correct-horse'",
    'API_KEY="$(fetch-key)"',
    'DB_PASSWORD=${DB_PASSWORD}',
    'run --password=$DB_PASSWORD',
    'AWS_SECRET_ACCESS_KEY=fortestsonly',
    'DB_PASSWORD=short',
  ].join('\n');
  const found = assignedSecrets(script);
  expect(found.map(({ what, start, end }) => [what, script.slice(start, end)])).toEqual([
    ['DB_PASSWORD', 'battery-staple'],
    ['API_TOKEN', 'correct-horse'],
  ]);
});

test('long blanks and long words are read before the test runs out of time', () => {
  const long = 300_000;
  const texts = [' ', 'A', 'a='].map((text) => text.repeat(long));
  texts.push(`-----BEGIN PRIVATE KEY-----\n${'A'.repeat(long)}`);
  expect(texts.flatMap((text) => [...shapedSecrets(text), ...assignedSecrets(text)])).toEqual([]);
});
