import { YAMLException } from 'js-yaml';
import type { Diagnostic, SourceFile, Span } from '../../source/index.ts';
import { nestingProblem, syntaxProblem } from '../data/index.ts';

/** What is wrong at a place, in the words of a diagnostic. */
export interface Explanation {
  readonly code: string;
  readonly message: string;
  readonly help?: string;
}

export const COMPLEX_KEY: Explanation = {
  code: 'yaml/complex-key',
  message: 'A list or a mapping cannot be a key here; it was read as the text it is written with.',
  help: 'Quote a text that starts with a bracket.',
};
export const BAD_MERGE: Explanation = {
  code: 'yaml/merge',
  message: 'A merge key "<<" takes a mapping or a list of mappings; what else it was given was left out.',
};
export const BAD_TAG: Explanation = {
  code: 'yaml/tag',
  message: 'The text does not fit its tag; it was read as text.',
};
const INDENTATION: Explanation = {
  code: 'yaml/indentation',
  message: 'The indentation fits neither the line above nor any enclosing level.',
  help: 'Align it with its siblings; check that the line above ends its value, and that quotes and brackets are closed.',
};
const FLOW_OPEN: Explanation = {
  code: 'yaml/unclosed',
  message: 'The document ends inside brackets: expected "," or the closing "]" or "}".',
  help: 'Close what "[" or "{" opened; quote a text that starts with "[" or "{".',
};
const QUOTE_OPEN: Explanation = {
  code: 'yaml/unclosed',
  message: 'The document ends inside a quoted text: expected the closing quote.',
  help: 'Close the quote; inside single quotes write two for one.',
};
const NEVER_CLOSED: Explanation = {
  code: 'yaml/unclosed',
  message: 'The document ends inside quotes or brackets.',
  help: 'Close what was opened; quote a text that starts with a bracket or a quote.',
};
const ESCAPE: Explanation = {
  code: 'yaml/escape',
  message:
    'This is no escape of a double-quoted text: expected one of \\n \\t \\" \\\\ \\/ \\xNN \\uNNNN and the like.',
  help: 'Write "\\\\" for a backslash, or use single quotes.',
};
const COLON: Explanation = {
  code: 'yaml/syntax',
  message: 'Expected ":" and a value after the key.',
  help: 'Write "key: value"; a text over several lines needs "|" or ">" or quotes; check the indentation.',
};

const SECOND_COLON: Explanation = {
  code: 'yaml/syntax',
  message: 'A value that contains ": " must be quoted.',
  help: 'Quote the whole text; if a mapping is meant, start it on a line of its own.',
};
const CONTINUED: Explanation = {
  code: 'yaml/indentation',
  message:
    'Indented deeper than the key above, this line goes on with its value, and a value that contains ": " must be quoted.',
  help: 'Align the line with its siblings, or quote the whole text.',
};
const RESERVED: Explanation = {
  code: 'yaml/syntax',
  message: 'A text must not start with "@", "`" or "%".',
  help: 'Quote the text.',
};
const REST_OF_LINE: Explanation = {
  code: 'yaml/syntax',
  message: 'Expected the end of the line: the value before is complete.',
  help: 'Quote the whole text; a comment needs a blank before its "#".',
};

/** js-yaml's reasons, by how they start, in words that say what was expected. */
const EXPLANATIONS: readonly (readonly [string, Explanation])[] = [
  [
    'null byte',
    {
      code: 'yaml/control-character',
      message: 'The file contains a NUL character, so it is hardly a YAML file.',
    },
  ],
  [
    'the stream contains non-printable',
    {
      code: 'yaml/control-character',
      message: 'Control characters are not allowed here.',
      help: 'Remove it, or write it as an escape in double quotes.',
    },
  ],
  [
    'tab characters',
    { code: 'yaml/tab', message: 'Tabs are not allowed in indentation.', help: 'Indent with spaces.' },
  ],
  ['bad indentation', INDENTATION],
  [
    'deficient indentation',
    { ...INDENTATION, message: 'A line inside quotes or brackets must be indented deeper.' },
  ],
  ['unexpected end of the stream within a flow', FLOW_OPEN],
  ['unexpected end of the', QUOTE_OPEN],
  ['unknown escape', ESCAPE],
  ['expected hexadecimal', ESCAPE],
  ["expected ':'", COLON],
  ['can not read a block mapping entry', COLON],
  ['a whitespace character is expected', { code: 'yaml/syntax', message: 'Expected a blank after ":".' }],
  [
    'missed comma',
    {
      code: 'yaml/syntax',
      message: 'Expected "," or a closing bracket.',
      help: 'Quote a text that starts with a bracket or a quote and goes on after it.',
    },
  ],
  ['expected the node content', { code: 'yaml/syntax', message: 'Expected a value before the comma.' }],
  [
    'end of the stream or a document',
    {
      code: 'yaml/syntax',
      message: 'Expected the end of the document here: the value before is complete.',
      help: 'Check the indentation and the quotes; separate documents with "---".',
    },
  ],
  [
    'name of an a',
    {
      code: 'yaml/syntax',
      message: 'Expected a name after "*" or "&".',
      help: 'Quote a text that starts with one of them.',
    },
  ],
  ['directives end', { code: 'yaml/syntax', message: 'Expected "---" after the directives.' }],
  ['undeclared tag handle', { code: 'yaml/tag', message: 'The prefix of this tag has no %TAG directive.' }],
];

/** What js-yaml threw, as a diagnostic. Rethrows what is no problem of the text. */
export function parseProblem(file: SourceFile, chunk: Span, error: unknown): Diagnostic {
  // An engine's limit, such as the longest string: nothing that the grammar forbids, and still unreadable.
  if (error instanceof RangeError) return tooLarge(file, chunk);
  if (!(error instanceof YAMLException)) throw error;
  const at = Math.min(chunk.end, chunk.start + (error.mark?.position ?? 0));
  const { reason } = error;
  if (reason.startsWith('nesting exceeded'))
    return nestingProblem('yaml', file, word(file.text, at, chunk.end));
  const span = word(file.text, whereTrouble(file.text, at, reason), chunk.end);
  const { code, message, help } = explain(file.text, at, reason);
  return syntaxProblem(file, span, code, message, help);
}

function explain(text: string, at: number, reason: string): Explanation {
  const before = text.slice(lineStart(text, at), at);
  if (reason.startsWith('bad indentation') && before.trim() !== '') {
    if (text[at] === ':') return /:\s/.test(before) ? SECOND_COLON : CONTINUED;
    return /[@`%]/.test(text.charAt(at)) ? RESERVED : REST_OF_LINE;
  }
  if (reason === 'deficient indentation' && text.slice(at).trim() === '') return NEVER_CLOSED;
  const known = EXPLANATIONS.find(([start]) => reason.startsWith(start));
  return (
    known?.[1] ?? { code: 'yaml/syntax', message: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.` }
  );
}

/** js-yaml sometimes notices only after the place that is wrong. */
function whereTrouble(text: string, at: number, reason: string): number {
  if (reason.startsWith('unknown escape')) return at - 1;
  // The line before has no colon, so it was taken as the start of this line's key.
  if (!reason.startsWith('can not read a block mapping entry')) return at;
  const before = text.slice(0, lineStart(text, at)).trimEnd().length;
  const line = text.slice(lineStart(text, before), before);
  return before - line.trimStart().length;
}

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

function tooLarge(file: SourceFile, chunk: Span): Diagnostic {
  const span = { start: chunk.start, end: chunk.start };
  return syntaxProblem(file, span, 'yaml/too-large', 'The document is too large to be read.');
}

/** From there to the end of the word, at most 40 characters; a tab counts, so that something can be marked. */
function word(text: string, start: number, limit: number): Span {
  let end = text[start] === '\t' ? start + 1 : start;
  while (end < limit && end < start + 40 && !/\s/.test(text.charAt(end))) end++;
  return { start, end };
}
