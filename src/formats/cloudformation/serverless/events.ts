import type { Value } from '../../../cloud/index.ts';
import type { Declared } from '../evaluate/resource.ts';
import table from './events.json' with { type: 'json' };
import { entriesOf, made, referring, text, textOf, type Properties } from './make.ts';

interface EventSource {
  /** What the event source is, where it is a resource of its own. */
  readonly type?: string;
  /** Properties that the resource has under another name; the others keep theirs. */
  readonly renamed: Readonly<Record<string, string | undefined>>;
  /** The service that is allowed to call the function. */
  readonly caller?: string;
  /** The property that names what alone may call it. */
  readonly source?: string;
}

const SOURCES: Readonly<Record<string, EventSource>> = table;

/** What calls a function: one resource for each event, and the permission to call. */
export function eventResources(declared: Declared): readonly Declared[] {
  return [...entriesOf(declared.properties.get('Events'))].flatMap(([name, event]) =>
    eventResource(declared, name, event),
  );
}

function eventResource(declared: Declared, name: string, event: Value): readonly Declared[] {
  const type = textOf(entriesOf(event).get('Type')) ?? '';
  const source = Object.hasOwn(SOURCES, type) ? SOURCES[type] : undefined;
  if (!source) return [];
  const place = { ...declared, at: event.at };
  const properties = entriesOf(entriesOf(event).get('Properties'));
  const address = `${declared.address}${name}`;
  const called = referring(event.at, declared.address, 'Arn');
  const resources: Declared[] = [];
  if (source.type !== undefined)
    resources.push(
      made(place, address, source.type, { ...underTheirNames(properties, source), FunctionName: called }),
    );
  if (source.caller !== undefined)
    resources.push(
      made(place, `${address}Permission`, 'AWS::Lambda::Permission', {
        Action: text(event.at, 'lambda:InvokeFunction'),
        FunctionName: called,
        Principal: text(event.at, source.caller),
        SourceArn:
          source.source === undefined ? referring(event.at, address, 'Arn') : properties.get(source.source),
      }),
    );
  return resources;
}

function underTheirNames(properties: Properties, { renamed }: EventSource): Readonly<Record<string, Value>> {
  return Object.fromEntries([...properties].map(([name, value]) => [renamed[name] ?? name, value]));
}
