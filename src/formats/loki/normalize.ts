import { known, unknown, type Fact, type SubjectOf } from '../../model/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { durationSeconds } from '../../syntax/promql/index.ts';
import { rootNode, scalarText, type DataNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { baseName } from '../paths.ts';
import { openedDocuments } from '../scalar-places.ts';
import { uniqueIds } from '../unique-ids.ts';
import { detect } from './detect.ts';

const DAY = 86_400;

/** Each configuration is a place where logs are kept. */
export function normalize(objects: readonly DataDocument[], context: FormatContext): Normalized {
  const { documents, diagnostics } = openedDocuments(objects, 'loki', detect);
  const uniqueId = uniqueIds();
  const subjects = documents.map((document): SubjectOf<'log-group'> => {
    const root = rootNode(document);
    const { path } = document.file;
    const name = baseName(path).replace(/\.[^.]*$/, '');
    const environment = context.environmentOf(path);
    return {
      kind: 'log-group',
      id: uniqueId(`${path}:${name}`),
      name,
      format: 'loki',
      ...(environment !== undefined && { environment }),
      location: root.get('limits_config').header,
      facts: { retentionDays: retentionDays(root) },
    };
  });
  return { subjects, diagnostics };
}

/** Nothing deletes logs but a compactor that is told to, or in older versions the manager of tables. */
function retentionDays(root: DataNode): Fact<number | null> {
  const compactor = root.get('compactor', 'retention_enabled');
  const tables = root.get('table_manager', 'retention_deletes_enabled');
  for (const [enabled, period] of [
    [compactor, root.get('limits_config', 'retention_period')],
    [tables, root.get('table_manager', 'retention_period')],
  ] as const) {
    if (enabled.text?.includes('${') === true)
      return unknown(`${enabled.text} is given when Loki starts`, enabled.at);
    if (enabled.value === true || enabled.text === 'true') return daysOf(period, enabled);
  }
  const stated = root.get('limits_config', 'retention_period');
  return known(null, compactor.exists ? compactor.at : stated.exists ? stated.at : root.get('compactor').at);
}

/** Without a period, or with one of nothing, logs are kept. */
function daysOf(period: DataNode, enabled: DataNode): Fact<number | null> {
  const text = scalarText(period);
  if (text === undefined || text === '0') return known(null, enabled.at);
  const seconds = durationSeconds(text);
  if (seconds === undefined) return unknown(`${text} is no time that can be read`, period.at);
  return known(seconds === 0 ? null : seconds / DAY, period.at);
}
