import { known, type Subject, type SubjectOf, type TelemetryStageFacts } from '../../model/index.ts';
import { shipperSubjects, telemetryCredential } from '../../monitoring/index.ts';
import type { DataDocument } from '../../syntax/data/index.ts';
import { rootNode, type DataNode } from '../data-node.ts';
import type { FormatContext, Normalized } from '../format.ts';
import { baseName } from '../paths.ts';
import { uniqueIds } from '../unique-ids.ts';
import { listenersOf, sinkOf } from './sinks.ts';

/** Each file is a collector with one pipeline; one that lacks a part is read together with others of its folder. */
export function normalize(documents: readonly DataDocument[], context: FormatContext): Normalized {
  const uniqueId = uniqueIds();
  const subjects = documents.flatMap((document): readonly Subject[] => {
    const { path } = document.file;
    const name = baseName(path).replace(/\.[^.]*$/, '');
    const id = uniqueId(`${path}:${name}`);
    const root = rootNode(document);
    const [inputs, filters, outputs] = ['input', 'filter', 'output'].map((key) => root.get(key).items());
    const whole = (inputs ?? []).length > 0 && (outputs ?? []).length > 0;
    const credentials = [...(inputs ?? []), ...(outputs ?? [])].flatMap((one) => credentialsOf(one, id));
    return [
      ...shipperSubjects({
        system: 'logstash',
        format: 'logstash',
        id,
        name,
        location: root.entries()[0]?.[1].keyAt ?? root.at,
        environment: context.environmentOf(path),
        partial: whole ? undefined : 'it is one of several files that Logstash reads',
        signals: ['logs'],
        sources: (inputs ?? []).map(stageOf),
        steps: (filters ?? []).map(stageOf),
        sinks: (outputs ?? []).map(sinkOf),
        listeners: (inputs ?? []).flatMap(listenersOf),
      }),
      ...credentials.map((one) => ({ ...one, id: uniqueId(one.id), format: 'logstash' })),
    ];
  });
  return { subjects, diagnostics: [] };
}

function stageOf(plugin: DataNode): TelemetryStageFacts {
  const name = plugin.get('<name>');
  return { name: known(name.text ?? '', name.at), type: name.text ?? '' };
}

function credentialsOf(plugin: DataNode, id: string): readonly SubjectOf<'credential'>[] {
  const owner = plugin.get('<name>').text ?? '';
  return plugin.entries().flatMap(([key, { text, at }]) => {
    if (text === undefined || key.startsWith('<')) return [];
    const one = telemetryCredential({ key, owner, text, at, id: `${id}/${owner}.${key}` });
    return one ? [{ ...one, format: 'logstash' }] : [];
  });
}
