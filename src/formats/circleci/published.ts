import type { JsonSchema, PublishedSchema } from '../../schema/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode } from '../data-node.ts';
import configuration from './published/configuration.json' with { type: 'json' };

/** SchemaStore's schema of configurations of version 2.1; older ones have other keys. */
export function published(document: DataDocument): readonly PublishedSchema[] {
  if (String(rootNode(document).get('version').value) !== '2.1') return [];
  const schema = configuration as JsonSchema;
  return [{ at: [], schema, what: 'configuration', by: 'SchemaStore, October 2026', isOpen }];
}

/** A parameter is filled in where a job or command is used. */
const isOpen = (value: unknown): boolean => typeof value === 'string' && value.includes('<<');
