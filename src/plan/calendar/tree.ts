import type { Location, SourceFile } from '../../source/index.ts';
import {
  addBuilt,
  builtDocument,
  builtList,
  builtMap,
  builtScalar,
  type BuiltNode,
  type DataDocument,
} from '../../syntax/data/index.ts';
import type { Written } from '../../syntax/icalendar/index.ts';

/** What a calendar states, as the part of a plan that it is. */
export class CalendarTimeline {
  readonly #file: SourceFile;
  readonly #timeline = builtMap({ start: 0, end: 0 });
  readonly #lists = new Map<string, BuiltNode>();

  constructor(file: SourceFile) {
    this.#file = file;
  }

  state(key: string, { value, at }: Written<string>): void {
    addBuilt(this.#timeline, key, builtScalar(value, at.span, at.span));
  }

  /** An entry of a list; what it lacks is left out. */
  entry(list: string, at: Location, fields: Readonly<Record<string, Written<string> | null>>): void {
    let items = this.#lists.get(list);
    if (!items) {
      items = builtList(at.span, at.span);
      this.#lists.set(list, items);
    }
    const item = builtMap(at.span, at.span);
    for (const [key, field] of Object.entries(fields))
      if (field) addBuilt(item, key, builtScalar(field.value, field.at.span, field.at.span));
    addBuilt(items, undefined, item);
  }

  document(): DataDocument {
    for (const [key, items] of this.#lists) addBuilt(this.#timeline, key, items);
    const root = builtMap({ start: 0, end: 0 });
    addBuilt(root, 'timeline', this.#timeline);
    return builtDocument(this.#file, 'icalendar', root, []);
  }
}
