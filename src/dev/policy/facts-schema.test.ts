import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { INPUT_SCHEMA, inputSchema } from './facts-schema.ts';

test('the committed schema is what the model gives; run "npm run generate" when it is not', () => {
  expect(JSON.parse(readFileSync(INPUT_SCHEMA, 'utf8'))).toEqual(inputSchema());
});

test('facts are their value or unknown, nullable objects stay objects, unions of words are enums', () => {
  const { definitions } = inputSchema() as {
    definitions: Record<string, { properties: Record<string, object> }>;
  };
  const { ObjectStoreFacts: store, PlanEnvironmentFacts: environment, AlertFacts: alert } = definitions;
  expect(store?.properties['encrypted']).toEqual({
    anyOf: [{ type: 'boolean' }, { $ref: '#/definitions/Unknown' }],
  });
  expect(store?.properties['provider']).toEqual({ type: 'string', enum: ['aws', 'azure', 'gcp'] });
  expect(environment?.properties['rollbackProcedure']).toMatchObject({
    type: ['object', 'null'],
    properties: { path: { anyOf: [{ type: 'string' }, { $ref: '#/definitions/Unknown' }] } },
  });
  expect(alert?.properties['labels']).toEqual({ type: 'object', additionalProperties: { type: 'string' } });
});
