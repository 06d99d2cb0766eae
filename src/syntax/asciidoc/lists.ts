import type { SourceFile, Span } from '../../source/index.ts';
import type { ProseList } from '../prose/index.ts';

/** An item's first line: its mark, which tells the level, and where its text starts. */
export interface ItemStart {
  readonly mark: string;
  readonly ordered: boolean;
  readonly text: number;
}

const ITEM = /^\s*(?:(\.{1,5}|\d{1,6}\.|[a-z]\.|[ivx]{1,6}\))|(\*{1,5}|-|•))\s+(?=\S)/i;

/** The item that a line starts, if it does. */
export function itemStart(line: string): ItemStart | undefined {
  const match = ITEM.exec(line);
  if (!match) return undefined;
  const [whole, ordered, bullet = ''] = match;
  if (ordered === undefined) return { mark: bullet, ordered: false, text: whole.length };
  const mark = /^\d/.test(ordered)
    ? '1.'
    : /^[a-z]\.$/i.test(ordered)
      ? 'a.'
      : ordered.startsWith('.')
        ? ordered
        : 'i)';
  return { mark, ordered: true, text: whole.length };
}

interface OpenList {
  readonly mark: string;
  readonly items: { file: SourceFile; span: Span }[];
}

/** Lists, one within another by their marks. */
export class Lists {
  readonly #file: SourceFile;
  readonly #lists: ProseList[];
  #open: OpenList[] = [];

  constructor(file: SourceFile, lists: ProseList[]) {
    this.#file = file;
    this.#lists = lists;
  }

  get within(): boolean {
    return this.#open.length > 0;
  }

  add({ mark, ordered }: ItemStart, span: Span): void {
    const depth = this.#open.findIndex((list) => list.mark === mark);
    if (depth >= 0) this.#open.length = depth + 1;
    else {
      const items: OpenList['items'] = [];
      this.#open.push({ mark, items });
      this.#lists.push({ ordered, items });
    }
    this.#open.at(-1)?.items.push({ file: this.#file, span });
  }

  close(): void {
    this.#open = [];
  }
}
