import fc from 'fast-check';
import { expect, it } from 'vitest';
import { growth, LINEAR } from '../../../test/support/growth.ts';
import { sourceFile } from '../../source/index.ts';
import { parseGroovy, placeInString, type GroovyString, type GroovyValue } from './index.ts';

const parse = (text: string): ReturnType<typeof parseGroovy> => parseGroovy(sourceFile('Jenkinsfile', text));

function show(value: GroovyValue): string {
  switch (value.kind) {
    case 'string':
      return JSON.stringify(value.text);
    case 'expression':
      return `<${value.inner.map(show).join(' ')}>`;
    case 'list':
      return `[${value.items.map(({ name, value: item }) => `${name ? `${name}: ` : ''}${show(item)}`).join(', ')}]`;
    case 'block':
      return `{ ${value.statements.map(({ assigned, value: one, defines }) => `${defines ? 'def ' : ''}${assigned ? `${assigned} = ` : ''}${show(one)}`).join('; ')} }`;
    case 'call': {
      const args = value.args.map(({ name, value: one }) => `${name ? `${name}: ` : ''}${show(one)}`);
      const given = value.called ? `(${args.join(', ')})` : '';
      const on = value.receiver ? `${show(value.receiver)}.` : '';
      return `${on}${value.name}${given}${value.body ? ` ${show(value.body)}` : ''}`;
    }
  }
}

it.each([
  ['pipeline { agent any }', '{ pipeline() { agent(any) } }'],
  ["stage('a') {\n sh 'x'\n}", '{ stage("a") { sh("x") } }'],
  ['pipeline\n{\n agent any\n}', '{ pipeline() { agent(any) } }'],
  ["node 'linux' { sh 'x' }", '{ node("linux") { sh("x") } }'],
  ['node(label) { x() }', '{ node(label) { x() } }'],
  [
    "timeout(time: 1, unit: 'HOURS') { input message: 'ok?', submitter: 'a' }",
    '{ timeout(time: <>, unit: "HOURS") { input(message: "ok?", submitter: "a") } }',
  ],
  [
    "def v = sh(script: 'x', returnStdout: true).trim()",
    '{ v = sh(script: "x", returnStdout: true).trim() }',
  ],
  ["String v = 'a'", '{ v = "a" }'],
  ["def deploy(String target) { sh 'x' }", '{ def deploy(<String target>) { sh("x") } }'],
  ["void deploy() { sh 'x' }", '{ def deploy() { sh("x") } }'],
  [
    "if (a == 'b') { x() } else if (c) { y() } else { z() }",
    '{ if(<a "b">) { x() }; else(if(c) { y() }); else() { z() } }',
  ],
  ['try { a() } catch (e) { b() } finally { c() }', '{ try() { a() }; catch(e) { b() }; finally() { c() } }'],
  ["@Library('a@v1') _", '{ <@Library("a") _> }'.replace('"a"', '"a@v1"')],
  ["docker.image('x').inside('-u 0') { sh 'y' }", '{ docker.image("x").inside("-u 0") { sh("y") } }'],
  ["x = [a: 1, b: ['c']]", '{ x = [a: <>, b: ["c"]] }'],
  ['list.each { it -> sh it }', '{ list.each() { sh(it) } }'],
  ['parallel a: { x() }, b: { y() }', '{ parallel(a: { x() }, b: { y() }) }'],
  ['parallel(\n a: { x() },\n b: { y() }\n)', '{ parallel(a: { x() }, b: { y() }) }'],
  ['x = a / b / c', '{ x = <a b c> }'],
  ['x ==~ /a"b/', '{ <x "a\\"b"> }'],
  ['// \'\nx() /* " */', '{ x() }'],
  ["steps { sh 'a'; sh 'b' }", '{ steps() { sh("a"); sh("b") } }'],
  ["cond ? 'a' : 'b'", '{ <cond "a" "b"> }'],
])('reads %j', (text, expected) => {
  const { body, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  expect(show(body)).toBe(expected);
});

function firstString(text: string): GroovyString {
  const value = parse(text).body.statements[0]?.value;
  const argument = value?.kind === 'call' ? value.args[0]?.value : undefined;
  if (argument?.kind !== 'string') throw new Error(`no string in ${text}`);
  return argument;
}

it.each([
  ["sh 'a\\'b\\n$x'", "a'b\n$x", []],
  ['sh "a ${b("c}")} \\$d $e.f"', 'a ${b("c}")} $d $e.f', ['b("c}")', 'e.f']],
  ["sh '''a\n'b' \\\nc'''", "a\n'b' c", []],
  ['sh """a\n"b" ${c}"""', 'a\n"b" ${c}', ['c']],
  ['sh(/a\\/b ${c}/)', 'a/b ${c}', ['c']],
  ["sh($/a $$b $/ 'c' /$)", "a $b / 'c' ", []],
])('reads the text of %s', (text, expected, expressions) => {
  const string = firstString(text);
  expect(string.text).toBe(expected);
  expect(string.interpolations.map(({ expression }) => expression)).toEqual(expressions);
  for (const { start } of string.interpolations) expect(string.text.charAt(start)).toBe('$');
});

it('finds places in texts with escapes', () => {
  const source = "sh 'a\\tb\\nhelm upgrade'";
  const string = firstString(source);
  const start = string.text.indexOf('helm');
  const place = placeInString(string, { start, end: start + 4 });
  expect(source.slice(place.start, place.end)).toBe('helm');
});

it('says where something that does not end begins, and reads what stands before', () => {
  const { body, diagnostics } = parse("pipeline {\n stage('a') {\n  sh 'x'\n }\n");
  expect(show(body)).toBe('{ pipeline() { stage("a") { sh("x") } } }');
  expect(diagnostics.map(({ message, location }) => `${location?.span.start} ${message}`)).toEqual([
    '9 The bracket `{` that opens here is not closed.',
  ]);
  expect(parse("sh 'x\necho 'y'").diagnostics).toHaveLength(1);
  expect(parse('a()\n}\nb()').body.statements).toHaveLength(2);
});

const TOKENS = [
  ...'{}[]()"\'/$\\,;:.?=@-\n '.split(''),
  ...[
    "'''",
    '"""',
    '${',
    '$/',
    '/$',
    '//',
    '/*',
    '*/',
    '->',
    'sh',
    'def',
    'stage',
    'else',
    'in',
    'new',
    'é',
    '1',
    '\0',
    '\r\n',
  ],
];

it('never throws, and keeps every span in the file and in its parent', () => {
  const texts = fc.array(fc.constantFrom(...TOKENS), { maxLength: 60 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const file = parse(text);
      const check = (value: GroovyValue, from: number, to: number): void => {
        expect(value.start).toBeGreaterThanOrEqual(from);
        expect(value.end).toBeLessThanOrEqual(to);
        expect(value.start).toBeLessThanOrEqual(value.end);
        const { start, end } = value;
        if (value.kind === 'block') for (const one of value.statements) check(one.value, start, end);
        if (value.kind === 'list') for (const one of value.items) check(one.value, start, end);
        if (value.kind === 'expression') for (const one of value.inner) check(one, start, end);
        if (value.kind === 'call') {
          for (const one of value.args) check(one.value, start, end);
          if (value.receiver) check(value.receiver, start, end);
          if (value.body) check(value.body, start, end);
        }
      };
      check(file.body, 0, text.length);
    }),
    { numRuns: 3_000 },
  );
});

it.each([
  '{',
  '(',
  '[',
  'a(',
  'a {',
  '"""${',
  '"${"',
  '/',
  '\\/',
  '= /',
  "'",
  '$/',
  '\n',
  'a\n',
  'a.',
  '{ ->',
  'else ',
  'a b ',
  '/*',
  '"""${ {',
  '"${\'"${',
])('takes time in proportion to the length of many %j', (part) => {
  expect(growth(parse, part)).toBeLessThan(LINEAR);
});

it('reads files of more statements than a call takes arguments', () => {
  expect(parse('a\n'.repeat(200_000)).body.statements).toHaveLength(200_000);
});
