import { expect, it } from 'vitest';
import { publishedWarnings } from '../../../test/support/published.ts';
import { format } from './index.ts';

const warnings = (text: string): Promise<readonly string[]> =>
  publishedWarnings(format, 'compose.yaml', text);

it('the schema of the specification warns of what Compose refuses', async () => {
  const text = `
services:
  web:
    image: registry.example/web:1.4.2
    ports: 8080
    depends_on: { database: { when: healthy } }
  database:
    image: postgres:18.4
secret: {}
`;
  expect(await warnings(text)).toEqual([
    '5 "services.web.ports" must be a list, found the number 8080.',
    '6 "services.web.depends_on.database" needs the property "condition".',
    '6 "services.web.depends_on.database" has no property "when". Known: restart, required, condition.',
    '9 The project has no property "secret". Did you mean "secrets"?',
  ]);
});

it('takes variables, tags and extensions for anything', async () => {
  const text = `
x-common: &common { restart: always }
services:
  web:
    <<: *common
    image: registry.example/web:\${TAG}
    privileged: \${PRIVILEGED}
    ports: !override ["8080:8080"]
    command: !reset null
    deploy: { replicas: "\${REPLICAS:-2}", resources: { limits: { cpus: 0.5 } } }
    x-owner: shop
`;
  expect(await warnings(text)).toEqual([]);
});
