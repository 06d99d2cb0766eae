import { beforeAll, expect, test } from 'vitest';
import { loadCompiler } from '../../dev/policy/compiler.ts';
import { inputSchema } from '../../dev/policy/facts-schema.ts';
import { WASM_BUILTINS } from '../builtins/native.ts';
import type { PolicyCompiler } from './compiler.ts';

/** Numbers of arguments, for those functions that do not take two. */
const ONE =
  'abs array.flatten array.reverse base64.decode base64.encode base64.is_valid base64url.decode base64url.encode bits.negate ceil count floor internal.template_string intersection is_array is_boolean is_null is_number is_object is_set is_string json.is_valid json.marshal json.unmarshal lower max min object.keys object.union_n product regex.is_valid round sort strings.reverse sum to_number trim_space type_name union upper walk';
const THREE =
  'array.slice glob.match internal.member_3 object.get regex.find_all_string_submatch_n replace substring';

let compiler: PolicyCompiler;
let schema: unknown;

beforeAll(async () => {
  compiler = await loadCompiler();
  schema = inputSchema();
});

/** Checks a policy of one rule body over the object stores. */
const check = async (body: string): Promise<readonly string[]> => {
  const text = `package planproof.main

bad contains store.id if {
	some store in input.subjects["object-store"]
	${body}
}
`;
  const { problems } = await compiler.check({ 'a.rego': text }, { entrypoints: [], inputSchema: schema });
  return problems.map(({ line, message }) => `${line}: ${message.split('\n')[0] ?? ''}`);
};

test('a fact may be compared with its own type, or asked whether it is unknown', async () => {
  expect(await check('store.facts.encrypted == false')).toEqual([]);
  expect(await check('is_string(store.facts.encrypted.unknown)')).toEqual([]);
});

test('a nullable fact may be compared with null and with its type', async () => {
  expect(await check('store.facts.retentionDays == null')).toEqual([]);
  expect(await check('store.facts.retentionDays < 30')).toEqual([]);
});

test('a mistyped fact is an error at its line', async () => {
  const text =
    'package a\n\nx contains s.id if {\n\tsome s in input.subjects.gate\n\ts.facts.reviewrs == 0\n}\n';
  const { problems } = await compiler.check({ 'a.rego': text }, { entrypoints: [], inputSchema: schema });
  expect(problems).toEqual([
    {
      file: 'a.rego',
      line: 5,
      column: 2,
      code: 'rego_type_error',
      message: `undefined ref: s.facts.reviewrs
s.facts.reviewrs
        ^
        have: "reviewrs"
        want (one of): ["branchesLimited" "preventSelfReview" "production" "repository" "reviewers" "serialized" "system" "target"]`,
    },
  ]);
});

test('a mistyped kind of subject is an error', async () => {
  const text = 'package a\n\nx contains s.id if some s in input.subjects["object-stores"]\n';
  const { problems } = await compiler.check({ 'a.rego': text }, { entrypoints: [], inputSchema: schema });
  expect(problems).toMatchObject([{ file: 'a.rego', line: 3, code: 'rego_type_error' }]);
});

test('a fact of another type than what it is compared with is an error', async () => {
  expect(await check('store.facts.encrypted == "no"')).toEqual(['5: match error']);
});

test('facts below a nullable object are checked too', async () => {
  const text = `package a

x contains p.id if {
	some p in input.subjects["plan-environment"]
	p.facts.rollbackProcedure.exsts == false
}
`;
  const { problems } = await compiler.check({ 'a.rego': text }, { entrypoints: [], inputSchema: schema });
  expect(problems).toMatchObject([{ line: 5, code: 'rego_type_error' }]);
});

test('functions that need clock, network or randomness do not compile', async () => {
  expect(await check('time.now_ns() > 0')).toEqual(['5: undefined function time.now_ns']);
  expect(await check('http.send({"method": "get", "url": "x"}).status_code == 200')).toEqual([
    '5: undefined function http.send',
  ]);
});

test('strict mode refuses unused imports', async () => {
  const { problems } = await compiler.check(
    { 'a.rego': 'package a\n\nimport data.b\n\nx := 1\n' },
    { entrypoints: [], inputSchema: null },
  );
  expect(problems).toEqual([
    { file: 'a.rego', line: 3, column: 1, code: 'rego_compile_error', message: 'import data.b unused' },
  ]);
});

test('a syntax error has a place', async () => {
  const { problems } = await compiler.check(
    { 'a.rego': 'package a\n\nx := {\n' },
    { entrypoints: [], inputSchema: null },
  );
  expect(problems[0]).toMatchObject({ file: 'a.rego', line: 4, column: 1, code: 'rego_parse_error' });
});

test('the functions said to be native to Wasm ask nothing of the host', async () => {
  const argumentsOf = (name: string): string => {
    if (ONE.split(' ').includes(name)) return 'input.a';
    return THREE.split(' ').includes(name) ? 'input.a, input.b, input.c' : 'input.a, input.b';
  };
  const calls = WASM_BUILTINS.filter((name) => name !== 'eq' && name !== 'assign').map(
    (name) => `x contains y if y := ${name}(${argumentsOf(name)})`,
  );
  const text = `package a\n\n${calls.join('\n\n')}\n`;
  const { problems, wasm } = await compiler.compile(
    { 'a.rego': text },
    { entrypoints: ['a/x'], inputSchema: null },
  );
  expect(problems).toEqual([]);
  expect(await hostFunctions(wasm ?? new Uint8Array())).toEqual([]);
});

test('files that opa fmt would change are given with what they become', async () => {
  expect(await compiler.format({ 'a.rego': 'package a\nx:=1\n', 'b.rego': 'package b\n\nx := 1\n' })).toEqual(
    {
      problems: [],
      unformatted: [{ file: 'a.rego', formatted: 'package a\n\nx := 1\n' }],
    },
  );
});

test('tests tell what passed, and where and why one failed', async () => {
  const text = `package a_test

test_good if 1 + 1 == 2

test_bad if {
	got := {"a"}
	got == {"b"}
}

test_unknown_value if input.x == 1 with input as {"x": 1}
`;
  const { tests } = await compiler.test({ 'a_test.rego': text }, { entrypoints: [], inputSchema: null });
  expect(tests).toEqual([
    { file: 'a_test.rego', line: 3, name: 'test_good', outcome: 'passed' },
    {
      file: 'a_test.rego',
      line: 5,
      name: 'test_bad',
      outcome: 'failed',
      detail: 'line 7: got == {"b"}, where got is {"a"}',
    },
    { file: 'a_test.rego', line: 10, name: 'test_unknown_value', outcome: 'passed' },
  ]);
});

test('the same policies give the same bytes', async () => {
  const files = { 'a.rego': 'package a\n\nx contains i if some i in input.rules\n\ny := {"a": 1, "b": 2}\n' };
  const options = { entrypoints: ['a/x'], inputSchema: null };
  const [first, second] = [await compiler.compile(files, options), await compiler.compile(files, options)];
  expect(first.wasm?.length).toBeGreaterThan(1000);
  expect(Buffer.from(first.wasm ?? []).equals(Buffer.from(second.wasm ?? []))).toBe(true);
});

/** What a compiled policy asks of its host, by its own list. */
async function hostFunctions(wasm: Uint8Array): Promise<readonly string[]> {
  const memory = new WebAssembly.Memory({ initial: 16 });
  const nothing = (): number => 0;
  const env = {
    memory,
    opa_abort: nothing,
    opa_println: nothing,
    opa_builtin0: nothing,
    opa_builtin1: nothing,
  };
  const rest = { opa_builtin2: nothing, opa_builtin3: nothing, opa_builtin4: nothing };
  const { exports } = await WebAssembly.instantiate(await WebAssembly.compile(wasm), {
    env: { ...env, ...rest },
  });
  const abi = exports as unknown as { builtins(): number; opa_json_dump(value: number): number }; // OPA's ABI
  const bytes = new Uint8Array(memory.buffer, abi.opa_json_dump(abi.builtins()));
  return Object.keys(JSON.parse(new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)))) as object);
}

/** The facts' names that the rule's module holds; `null` where it goes through all. */
const words = async (body: string): Promise<readonly string[] | null> => {
  const text = `package a\n\nx contains s.id if {\n\tsome s in input.subjects.gate\n\t${body}\n}\n`;
  const { problems, modules } = await compiler.check(
    { 'a.rego': text },
    { entrypoints: [], inputSchema: null },
  );
  expect(problems).toEqual([]);
  return (
    modules[0]?.words?.filter(
      (word) => !['a', 'facts', 'gate', 'get', 'id', 'member_2', 'subjects'].includes(word),
    ) ?? null
  );
};

test('all strings of a module are told, in references, arguments and objects', async () => {
  expect(await words('s.facts.first\n\ts.facts["second"]')).toEqual(['first', 'second']);
  expect(await words('object.get(s.facts, ["third"], null) == {"fourth": 4}[s.name]')).toEqual([
    'fourth',
    'name',
    'third',
  ]);
});

test.each([
  'some name in ["a", "b"]\n\ts.facts[name]',
  'some key, value in s.facts\n\tkey == value',
  'some value in s.facts\n\tvalue == 1',
  'object.keys(s.facts)["a"]',
  'count(s.facts) > 1',
  'walk(s, [_, 1])',
  's.facts[_] == 1',
])('a module that goes through all facts is told: %s', async (body) => {
  expect(await words(body)).toBeNull();
});
