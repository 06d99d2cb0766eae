import { EVENT_ID, getScalarValue, SCALAR_STYLE } from 'js-yaml';
import type { AliasEvent, Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml';
import type { Diagnostic, SourceFile } from '../../../source/index.ts';
import {
  addLeaf,
  closeNode,
  createTape,
  NodeKind,
  openNode,
  setProperty,
  spanOf,
  syntaxProblem,
} from '../../data/index.ts';
import type { Duplicate, Tape } from '../../data/index.ts';
import { Anchors, keyOf } from './anchors.ts';
import type { Anchor } from './anchors.ts';
import { extentOf } from './extent.ts';
import type { Extent, Role } from './extent.ts';
import { createFrame, wrapped } from './frame.ts';
import type { Frame, Wrapper } from './frame.ts';
import { flowEnd } from './gaps.ts';
import { mergeInto } from './merge.ts';
import { BAD_MERGE, BAD_TAG, COMPLEX_KEY } from '../problems.ts';
import type { Explanation } from '../problems.ts';
import { resolvePlain } from './scalars.ts';
import { standardTag, tagScalar } from './tags.ts';
import type { TaggedScalar } from './tags.ts';

/** Makes values and tape of js-yaml's events, for one document. Offsets in events are relative to the chunk. */
export class Composer {
  readonly tape: Tape;
  readonly problems: Diagnostic[] = [];
  readonly duplicates: Duplicate[] = [];
  /** What the document holds; undefined when it has no content. */
  value: unknown = undefined;
  hasComplexKeys = false;
  readonly #file: SourceFile;
  readonly #base: number;
  readonly #text: string;
  readonly #booleans: '1.1' | '1.2';
  readonly #mended: boolean;
  readonly #anchors = new Anchors();
  readonly #frames: Frame[] = [];
  #handles: ReadonlyMap<string, string> = new Map();
  #top: Frame;
  /** The end of what was read last. */
  #last = 0;

  /** `mended`: the events are not of this very text. */
  constructor(
    file: SourceFile,
    base: number,
    text: string,
    { booleans, mended }: { readonly booleans: '1.1' | '1.2'; readonly mended: boolean },
  ) {
    this.#file = file;
    this.#base = base;
    this.#text = text;
    this.#booleans = booleans;
    this.#mended = mended;
    this.tape = createTape(text.length >> 4);
    this.#top = createFrame('sequence', -1, {
      bracketed: false,
      isKey: false,
      anchor: undefined,
      anchorsBefore: 0,
      wrapper: undefined,
    });
  }

  /** Reads the document that starts at `from`; gives the index of the event after it. */
  compose(events: readonly Event[], from: number): number {
    const root = this.#top;
    for (let i = from; i < events.length; i++) {
      const event = events[i];
      if (event === undefined) break;
      switch (event.type) {
        case EVENT_ID.SCALAR:
          this.#scalar(event);
          break;
        case EVENT_ID.MAPPING:
        case EVENT_ID.SEQUENCE:
          this.#open(event, events[i + 1]);
          break;
        case EVENT_ID.ALIAS:
          this.#alias(event);
          break;
        case EVENT_ID.DOCUMENT:
          this.#handles = new Map(
            event.directives.flatMap((d) => (d.kind === 'tag' ? [[d.handle, d.prefix]] : [])),
          );
          break;
        case EVENT_ID.POP:
          if (this.#top === root) {
            if (!isEmpty(events[i - 1])) this.value = root.list[0];
            return i + 1;
          }
          this.#close();
      }
    }
    return events.length;
  }

  #scalar(event: ScalarEvent): void {
    const { tagStart, tagEnd, valueStart, valueEnd, style } = event;
    const expectsKey = this.#expectsKey();
    if (tagStart < 0 && valueStart >= 0 && style === SCALAR_STYLE.PLAIN && event.anchorStart < 0) {
      // By far the most frequent case; the rest would do the same.
      this.#last = valueEnd;
      const text = this.#decode(event);
      if (expectsKey) this.#key(text, text === '<<', valueStart, valueEnd);
      else this.#leaf(resolvePlain(text, this.#booleans), NodeKind.plain, valueStart, valueEnd);
      return;
    }
    const text = this.#decode(event);
    const extent = extentOf(this.#text, event, this.#last, this.#role());
    this.#last = extent.last;
    const untagged = style === SCALAR_STYLE.PLAIN ? resolvePlain(text, this.#booleans) : text;
    if (tagStart < 0) {
      this.#place(event, extent, { value: untagged, fits: true }, text);
      return;
    }
    const tagged = tagScalar(this.#text.slice(tagStart, tagEnd), this.#handles, text, untagged);
    if (!tagged.fits) this.#problem(extent.start, extent.end, BAD_TAG);
    this.#place(event, extent, tagged, text);
  }

  /** Adds a scalar that may have a tag or an anchor. */
  #place(event: ScalarEvent, extent: Extent, tagged: TaggedScalar, text: string): void {
    const { start, end, kind } = extent;
    if (this.#expectsKey()) {
      const isMerge =
        text === '<<' && kind === NodeKind.plain && tagged.local === undefined && event.tagStart < 0;
      this.#anchor(event, this.#key(text, isMerge, start, end), tagged.value);
      return;
    }
    const { local } = tagged;
    const wrapper = local === undefined ? undefined : this.#wrap(local, event.tagStart, event.tagEnd);
    const leaf = addLeaf(this.tape, kind, this.#base + start, this.#base + end);
    if (wrapper !== undefined) closeNode(this.tape, wrapper.node, this.#base + end);
    const value = wrapper === undefined ? tagged.value : wrapped(wrapper.tag, tagged.value);
    this.#anchor(event, wrapper?.node ?? leaf, value);
    this.#attach(value, 1, wrapper === undefined ? 0 : 1);
  }

  #decode(event: ScalarEvent): string {
    if (!event.fast) return getScalarValue(this.#text, event);
    if (this.#mended) return getScalarValue(this.#text, { ...event, fast: false });
    return this.#text.slice(event.valueStart, event.valueEnd);
  }

  #wrap(tag: string, start: number, end: number): Wrapper {
    const node = openNode(this.tape, NodeKind.mapping, this.#base + start);
    addLeaf(this.tape, NodeKind.key, this.#base + start, this.#base + end, this.tape.keys.push(tag) - 1);
    return { node, tag };
  }

  #anchor(event: ScalarEvent, node: number, value: unknown): void {
    if (event.anchorStart < 0) return;
    const name = this.#text.slice(event.anchorStart, event.anchorEnd);
    this.#anchors.set(name, { node, value, size: 1, height: 0, open: false });
  }

  #alias(event: AliasEvent): void {
    const [start, end] = [event.anchorStart - 1, event.anchorEnd];
    this.#last = end;
    const name = this.#text.slice(event.anchorStart, end);
    const found = this.#anchors.follow(name, this.#frames.length);
    const anchor = found !== undefined && 'node' in found ? found : undefined;
    if (found !== undefined && 'code' in found) this.#problem(start, end, found);
    const value = anchor === undefined ? null : anchor.value;
    if (this.#expectsKey()) {
      if (typeof value === 'object' && value !== null) this.#complexKey(start, end);
      this.#key(keyOf(value, name), false, start, end);
    } else if (anchor === undefined) {
      this.#leaf(null, NodeKind.plain, start, end);
    } else {
      addLeaf(this.tape, NodeKind.alias, this.#base + start, this.#base + end, anchor.node);
      this.#attach(value, anchor.size, anchor.height);
    }
  }

  #open(event: MappingEvent | SequenceEvent, next: Event | undefined): void {
    const { start, tagStart, tagEnd } = event;
    const kind = event.type === EVENT_ID.MAPPING ? 'mapping' : 'sequence';
    const bracket = this.#text[start] === (kind === 'mapping' ? '{' : '[');
    // In `[{a: b}: c]` the pair and its key start at the same bracket, which is the key's.
    const bracketed =
      event.style === 2 && bracket && !(next !== undefined && 'start' in next && next.start === start);
    const isKey = this.#expectsKey();
    const tag = tagStart < 0 ? '' : this.#text.slice(tagStart, tagEnd);
    const isLocal = tag !== '' && tag !== '!' && standardTag(tag, this.#handles) === undefined;
    const wrapper = isLocal && !isKey ? this.#wrap(tag, tagStart, tagEnd) : undefined;
    const node = openNode(this.tape, NodeKind[kind], this.#base + start);
    const anchorsBefore = this.#anchors.count;
    let anchor: Anchor | undefined;
    if (event.anchorStart >= 0) {
      anchor = { node: wrapper?.node ?? node, value: null, size: 0, height: 0, open: true };
      this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), anchor);
    }
    this.#frames.push(this.#top);
    this.#top = createFrame(kind, node, { wrapper, bracketed, isKey, anchor, anchorsBefore });
    this.#last = bracketed ? start + 1 : start;
  }

  #close(): void {
    const closed = this.#top;
    this.#top = this.#frames.pop() ?? closed;
    if (closed.bracketed) this.#last = flowEnd(this.#text, this.#last);
    const end = this.#base + this.#last;
    closeNode(this.tape, closed.node, end);
    if (closed.merged !== undefined && !mergeInto(closed.map, closed.merged))
      this.#problem(closed.mergedAt, closed.mergedAt + 2, BAD_MERGE);
    let value: unknown = closed.kind === 'mapping' ? closed.map : closed.list;
    let height = closed.height + 1;
    if (closed.wrapper !== undefined) {
      closeNode(this.tape, closed.wrapper.node, end);
      value = wrapped(closed.wrapper.tag, value);
      height++;
    }
    const size = closed.size + 1;
    if (closed.anchor !== undefined) Object.assign(closed.anchor, { value, size, height, open: false });
    if (closed.isKey) this.#collapse(closed);
    else this.#attach(value, size, height);
  }

  /** A container as key: keys are texts here, so it becomes the text it is written with. */
  #collapse(closed: Frame): void {
    const start = spanOf(this.tape, closed.node).start - this.#base;
    this.tape.count = closed.node;
    this.#complexKey(start, this.#last);
    const node = this.#key(this.#text.slice(start, this.#last), false, start, this.#last);
    this.#anchors.moveFrom(closed.anchorsBefore, node);
  }

  #complexKey(start: number, end: number): void {
    this.hasComplexKeys = true;
    this.#problem(start, end, COMPLEX_KEY);
  }

  #expectsKey(): boolean {
    return this.#top.kind === 'mapping' && this.#top.key === undefined;
  }

  #role(): Role {
    return this.#top.kind === 'sequence' ? 'item' : this.#expectsKey() ? 'key' : 'value';
  }

  #key(text: string, isMerge: boolean, start: number, end: number): number {
    const top = this.#top;
    const kind = isMerge ? NodeKind.merge : NodeKind.key;
    top.key = text;
    top.keyIsMerge = isMerge;
    top.keyNode = addLeaf(
      this.tape,
      kind,
      this.#base + start,
      this.#base + end,
      this.tape.keys.push(text) - 1,
    );
    return top.keyNode;
  }

  #leaf(value: unknown, kind: NodeKind, start: number, end: number): void {
    addLeaf(this.tape, kind, this.#base + start, this.#base + end);
    this.#attach(value, 1, 0);
  }

  /** Puts a finished value into the container that is being read. */
  #attach(value: unknown, size: number, height: number): void {
    const top = this.#top;
    top.size += size;
    if (height > top.height) top.height = height;
    if (top.kind === 'sequence') {
      top.list.push(value);
      return;
    }
    const key = top.key ?? '';
    top.key = undefined;
    if (top.keyIsMerge) {
      (top.merged ??= []).push(value);
      top.mergedAt = spanOf(this.tape, top.keyNode).start - this.#base;
      return;
    }
    // The first test is the cheap one; it lets through what objects inherit, such as `constructor`.
    if (top.map[key] !== undefined && Object.hasOwn(top.map, key))
      this.duplicates.push({ mapping: top.node, key: top.keyNode });
    setProperty(top.map, key, value);
  }

  #problem(start: number, end: number, problem: Explanation): void {
    const span = { start: this.#base + start, end: this.#base + end };
    this.problems.push(syntaxProblem(this.#file, span, problem.code, problem.message, problem.help));
  }
}

/** Is that a value which is not written at all? */
const isEmpty = (event: Event | undefined): boolean =>
  event?.type === EVENT_ID.SCALAR && event.valueStart < 0 && event.tagStart < 0 && event.anchorStart < 0;
