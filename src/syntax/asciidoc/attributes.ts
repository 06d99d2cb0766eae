/** What a document's attributes are set to, by their names in lower case. */
export type Attributes = Map<string, string>;

const REFERENCE = /\{(\w[\w-]{0,100})\}/g;
/** No text gets longer than this by what its references stand for. */
const MAX_LENGTH = 4000;

/** The text with the references that are known replaced; others stay as written. */
export function resolved(text: string, attributes: Attributes): string {
  if (!text.includes('{')) return text;
  const replaced = text.replace(
    REFERENCE,
    (whole, name: string) => attributes.get(name.toLowerCase()) ?? whole,
  );
  return replaced.length > MAX_LENGTH ? text : replaced;
}

/** `[source,bash,subs=attributes]`, `[#id.role]`, `[[id]]` before a block: what they say of it. */
export interface BlockAttributes {
  readonly style: string;
  /** The second one without a name: the language of source code. */
  readonly second: string;
  readonly id: string | undefined;
  readonly named: ReadonlyMap<string, string>;
}

/** The inside of the brackets of a line before a block. */
export function blockAttributes(inside: string): BlockAttributes {
  const anchor = /^\[([^[\],]{1,200})(?:,[^[\]]*)?\]$/.exec(inside);
  if (anchor) return { style: '', second: '', id: anchor[1], named: new Map() };
  const named = new Map<string, string>();
  const plain: string[] = [];
  for (const part of parts(inside)) {
    const equals = /^\s*([\w-]+)\s*=/.exec(part);
    if (equals?.[1] === undefined) plain.push(part.trim().replace(/^"(.*)"$/s, '$1'));
    else {
      const value = part.slice(equals[0].length).trim();
      named.set(equals[1].toLowerCase(), value.replace(/^(["'])(.*)\1$/s, '$2'));
    }
  }
  const [first = '', second = ''] = plain;
  const id = /#([^.%#\s]+)/.exec(first)?.[1] ?? named.get('id');
  const style = /^[^.#%\s]*/.exec(first)?.[0] ?? '';
  return { style: style.toLowerCase(), second: second.toLowerCase(), id, named };
}

/** Split at the commas outside quotes. */
function parts(inside: string): readonly string[] {
  const found: string[] = [];
  let start = 0;
  let quote = '';
  for (let at = 0; at < inside.length; at++) {
    const char = inside[at] ?? '';
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"') quote = char;
    else if (char === ',') {
      found.push(inside.slice(start, at));
      start = at + 1;
    }
  }
  found.push(inside.slice(start));
  return found;
}

/** The id that Asciidoctor makes of a section's title. */
export function sectionId(title: string, attributes: Attributes): string {
  const prefix = attributes.get('idprefix') ?? '_';
  const separator = (attributes.get('idseparator') ?? '_').slice(0, 1);
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ .-]/gu, '')
    .split(/[ .-]+/)
    .filter((word) => word !== '');
  return prefix + words.join(separator);
}
