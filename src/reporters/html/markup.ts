import { visible } from '../parts/index.ts';

/** Text that is markup already; only `html` makes it, so that nothing else reaches the page unescaped. */
export interface Markup {
  readonly markup: string;
}

/** Strings are escaped, markup is kept, lists are joined, `undefined` and `false` leave nothing. */
export type Content = string | number | Markup | false | undefined | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Templates without their indentation, which would be a fifth of a large page. */
const compacted = new WeakMap<TemplateStringsArray, readonly string[]>();

/** A template whose values are escaped for text and for quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  const pieces = compacted.get(strings) ?? strings.map((piece) => piece.replace(/\n\s*/g, '\n'));
  compacted.set(strings, pieces);
  let markup = pieces[0] ?? '';
  values.forEach((value, index) => {
    markup += markupOf(value) + (pieces[index + 1] ?? '');
  });
  return { markup };
}

function markupOf(value: Content): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  return value.map(markupOf).join('');
}

function escape(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A style sheet or a script of our own, whose text must reach the page as it is. */
export function asset(element: 'style' | 'script', text: string): Markup {
  return { markup: `<${element}>${text}</${element}>` };
}
