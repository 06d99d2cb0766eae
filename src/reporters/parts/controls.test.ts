import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { frameworkOf } from './controls.ts';

interface MetadataSchema {
  readonly properties: {
    readonly custom: { readonly properties: { readonly controls: { propertyNames: { enum: string[] } } } };
  };
}

const schema = JSON.parse(readFileSync('policies/metadata.schema.json', 'utf8')) as MetadataSchema;

it.each(schema.properties.custom.properties.controls.propertyNames.enum)(
  'the framework %s, which a rule may name, is called by its title',
  (id) => {
    expect(frameworkOf(id).title).not.toBe(id);
  },
);

it('a framework that is not known keeps its id', () => {
  expect(frameworkOf('house-rules')).toEqual({ id: 'house-rules', title: 'house-rules' });
});
