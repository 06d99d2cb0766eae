import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { resourceSchemas } from './resources.ts';

/** What is made of one resource type with these properties, and of types that these refer to. */
function made(properties: object, typeDefinitions: readonly object[] = []): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'resources-'));
  const database = join(folder, 'db.json.gz');
  const resource = { entities: [{ $id: '0', cloudFormationType: 'AWS::X::Y', properties }] };
  const schema = { resource, typeDefinition: { entities: typeDefinitions } };
  writeFileSync(database, gzipSync(JSON.stringify({ schema })));
  const packed = resourceSchemas(database);
  rmSync(folder, { recursive: true });
  expect(Object.keys(packed)).toEqual(['AWS::X']);
  return JSON.parse(brotliDecompressSync(Buffer.from(packed['AWS::X'] ?? '', 'base64')).toString('utf8'));
}

test('properties become a schema, types that refer to themselves included', () => {
  const node = {
    $id: '7',
    properties: { Children: { type: { type: 'array', element: { type: 'ref', reference: { $ref: '7' } } } } },
  };
  const properties = {
    Name: { type: { type: 'string', allowedValues: ['a', 'b'] }, required: true },
    Tree: { type: { type: 'ref', reference: { $ref: '7' } } },
    Labels: { type: { type: 'map', element: { type: 'integer' } } },
    Tags: { type: { type: 'array', element: { type: 'tag' } } },
    Size: { type: { type: 'number' }, previousTypes: [{ type: 'string' }] },
  };
  expect(made(properties, [node])).toEqual({
    definitions: {
      '7': {
        type: 'object',
        properties: { Children: { type: 'array', items: { $ref: '#/definitions/7' } } },
        additionalProperties: false,
      },
    },
    resources: {
      'AWS::X::Y': {
        type: 'object',
        properties: {
          Name: { type: 'string', enum: ['a', 'b'] },
          Tree: { $ref: '#/definitions/7' },
          Labels: { type: 'object', additionalProperties: { type: 'integer' } },
          Tags: { type: 'array', items: {} },
          Size: { anyOf: [{ type: 'number' }, { type: 'string' }] },
        },
        required: ['Name'],
        additionalProperties: false,
      },
    },
  });
});
