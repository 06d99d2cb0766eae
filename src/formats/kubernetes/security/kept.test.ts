import { expect, it } from 'vitest';
import { readTexts } from '../../../../test/support/read-samples.ts';
import { format } from '../index.ts';

async function secretsIn(kind: string, body: string): Promise<readonly string[]> {
  const text = `apiVersion: v1\nkind: ${kind}\nmetadata: { name: db }\n${body}\n`;
  const { subjects } = await readTexts(format, { 'k8s/a.yaml': text });
  return subjects.flatMap((subject) => (subject.kind === 'credential' ? [subject.name] : []));
}

const encoded = (text: string): string => Buffer.from(text).toString('base64');

it('finds what is written in a Secret, encoded or not', async () => {
  expect(await secretsIn('Secret', 'stringData: { password: Xk29fjQ0zLmn, user: administrator }')).toEqual([
    'password of Secret db',
  ]);
  expect(await secretsIn('Secret', `data: { password: ${encoded('Xk29fjQ0zLmn')} }`)).toEqual([
    'password of Secret db',
  ]);
  const key =
    '-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEAzXk29fjQ0zLmnR7vT3wY8uHq\n-----END RSA PRIVATE KEY-----\n';
  expect(await secretsIn('Secret', `data: { tls.key: ${encoded(key)} }`)).toHaveLength(1);
});

it('finds what a ConfigMap gives a variable in a text', async () => {
  expect(await secretsIn('ConfigMap', 'data: { DB_PASSWORD: Xk29fjQ0zLmn }')).toEqual([
    'DB_PASSWORD of ConfigMap db',
  ]);
  expect(await secretsIn('ConfigMap', 'data: { config: REDIS_PASSWORD=Xk29fjQ0zLmn }')).toEqual([
    'REDIS_PASSWORD in config of ConfigMap db',
  ]);
});

it('takes nothing for a secret that is filled in later, encrypted, short, or no text', async () => {
  expect(await secretsIn('Secret', 'stringData: { password: changeme, token: "${TOKEN}xxxxx" }')).toEqual([]);
  expect(await secretsIn('Secret', 'stringData: { password: "ENC[AES256_GCM,data:abcd]" }')).toEqual([]);
  expect(
    await secretsIn('Secret', 'stringData: { password: Xk29fjQ0zLmn }\nsops: { version: 3.9.0 }'),
  ).toEqual([]);
  expect(
    await secretsIn(
      'Secret',
      `data: { password: ${Buffer.from([0, 1, 2, 3, 255, 254, 9, 8]).toString('base64')} }`,
    ),
  ).toEqual([]);
  expect(await secretsIn('ConfigMap', 'data: { config: REDIS_PASSWORD=, password: short }')).toEqual([]);
});
