/** Words that YAML 1.1 or 1.2 reads as something else than text. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|infinity|\.(?:inf|nan))$/i;
/** Words, paths with anchors, lengths of time. */
const PLAIN = /^(?:\.?[A-Za-z][\w./@#-]*|\d+[smhdw])$/;

/** What a comment or a quoted text must not hold as it is: it would end the line, or hide what stands there. */
const UNPRINTABLE = /[\p{C}\u2028\u2029]/gu;

/** A value as YAML that any reader takes for the same value, on one line. */
export function yamlScalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  if (PLAIN.test(value) && !RESERVED.test(value)) return value;
  return quoted(value);
}

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(UNPRINTABLE, escaped);
}

/** Half a surrogate pair has been escaped by JSON already, and is no character of YAML: it becomes the replacement character. */
function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Text that can stand in a comment, whoever wrote it: it stays on its line. */
export function commentText(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(UNPRINTABLE, '\uFFFD').trim();
}
