/** What the text below a directive is, and what its argument names. */
export interface Directive {
  readonly body: 'code' | 'text' | 'skipped' | 'entries' | 'list-table';
  readonly argument: 'language' | 'include' | 'link' | 'image' | 'title' | 'none';
}

const CODE: Directive = { body: 'code', argument: 'language' };
const SKIPPED: Directive = { body: 'skipped', argument: 'none' };
const TEXT: Directive = { body: 'text', argument: 'title' };

const DIRECTIVES = new Map<string, Directive>([
  ...['code', 'code-block', 'sourcecode', 'prompt', 'parsed-literal'].map((name) => [name, CODE] as const),
  ...[
    'math',
    'raw',
    'index',
    'meta',
    'contents',
    'sectnum',
    'role',
    'default-role',
    'class',
    'rst-class',
  ].map((name) => [name, SKIPPED] as const),
  ...['bibliography', 'currentmodule', 'module', 'highlight', 'unicode', 'replace', 'date'].map(
    (name) => [name, SKIPPED] as const,
  ),
  ...['graphviz', 'digraph', 'graph', 'mermaid', 'uml', 'plantuml', 'csv-table', 'testcode', 'doctest'].map(
    (name) => [name, { body: 'code', argument: 'none' } as const] as const,
  ),
  ['include', { body: 'skipped', argument: 'include' }],
  ['literalinclude', { body: 'skipped', argument: 'link' }],
  ['image', { body: 'skipped', argument: 'image' }],
  ['figure', { body: 'text', argument: 'image' }],
  ['toctree', { body: 'entries', argument: 'none' }],
  ['list-table', { body: 'list-table', argument: 'title' }],
]);

/** Others hold text: admonitions, tabs, containers. */
export function directiveOf(name: string): Directive {
  return DIRECTIVES.get(name) ?? TEXT;
}

/** The language of the code that a directive shows; of diagrams and data, their own name. */
export function languageOf(name: string, argument: string): string {
  if (name === 'prompt') return argument === '' ? 'bash' : (argument.split(/\s/, 1)[0]?.toLowerCase() ?? '');
  if (directiveOf(name).argument !== 'language') return name;
  return name === 'parsed-literal' ? '' : (argument.split(/\s/, 1)[0]?.toLowerCase() ?? '');
}
