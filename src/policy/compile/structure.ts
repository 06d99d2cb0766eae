import type { Rule } from '../rule.ts';
import type { PolicyModule, PolicyProblem } from './compiler.ts';

/** What a rule can answer. */
const ANSWERS = ['violation', 'undecided', 'examined'];
const RULE_FILE = /^rules\/([a-z]+(?:-[a-z]+)*)\/([a-z0-9]+(?:-[a-z0-9]+)*)\/rule\.rego$/;

/** What may name a domain or a rule: `/` parts them in ids, `,` and `*` mean more in `--rules`. */
const NAME = /^[\w-]+$/;

/** The modules that are rules: packages `planproof.rules.<domain>.<name>`. */
export function ruleModules(modules: readonly PolicyModule[]): readonly PolicyModule[] {
  return modules.filter(isRule);
}

function isRule({ package: path }: PolicyModule): boolean {
  return path.length === 4 && path[0] === 'planproof' && path[1] === 'rules';
}

/** What OPA does not know, of anyone's policies: that answers, METADATA and entry point agree. */
export function ruleProblems(
  modules: readonly PolicyModule[],
  inputSchema: unknown,
  rules: readonly Rule[],
): readonly PolicyProblem[] {
  const kinds = kindsOf(inputSchema);
  return modules.flatMap((module) => {
    if (!isRule(module)) return kindsOutsideRules(module);
    const id = module.package.slice(2).join('/');
    const rule = rules.find((candidate) => candidate.id === id);
    return [
      ...nameProblems(module),
      ...answerProblems(module),
      ...(rule ? kindProblems(module, rule, kinds) : []),
    ];
  });
}

function nameProblems(module: PolicyModule): readonly PolicyProblem[] {
  const message = 'The names of a domain and a rule have letters, digits, "_" and "-" only.';
  return module.package.every((name) => NAME.test(name)) ? [] : [problem(module, module.line, message)];
}

/** What Planproof's own policies keep to beside: that folders, packages and examples agree. */
export function layoutProblems(
  modules: readonly PolicyModule[],
  examples: readonly string[],
): readonly PolicyProblem[] {
  return modules.flatMap((module) => {
    const parts = RULE_FILE.exec(module.file);
    if (parts === null) return misplaced(module);
    const [, domain = '', name = ''] = parts;
    return [...packageProblems(module, domain, name), ...exampleProblems(module, examples)];
  });
}

const problem = (module: PolicyModule, line: number, message: string): PolicyProblem => ({
  file: module.file,
  line,
  column: 1,
  code: 'structure',
  message,
});

function misplaced(module: PolicyModule): readonly PolicyProblem[] {
  if (!module.file.startsWith('rules/') && module.package[1] !== 'rules') return [];
  return [problem(module, module.line, 'A rule is the file rules/<domain>/<rule>/rule.rego, in kebab case.')];
}

/** The host gives a rule the kinds its METADATA names; it cannot see through a library. */
function kindsOutsideRules(module: PolicyModule): readonly PolicyProblem[] {
  return Object.values(module.kinds).map((line) =>
    problem(module, line, 'Only rules read input.subjects; give the subjects to the library as arguments.'),
  );
}

function packageProblems(module: PolicyModule, domain: string, name: string): readonly PolicyProblem[] {
  if (module.package.join('/') === `planproof/rules/${domain}/${name}`) return [];
  return [
    problem(
      module,
      module.line,
      `The package must be planproof.rules.${domain}["${name}"], as the folder says, not ${module.package.join('.')}.`,
    ),
  ];
}

function answerProblems(module: PolicyModule): readonly PolicyProblem[] {
  const missing = module.defines.includes('violation') ? [] : ['The rule defines no "violation".'];
  const strange = module.defines
    .filter((name) => !ANSWERS.includes(name) && !name.startsWith('_'))
    .map(
      (name) => `Nobody reads "${name}": a rule answers with ${ANSWERS.join(', ')}; helpers start with "_".`,
    );
  const unreached = module.defines
    .filter((name) => ANSWERS.includes(name) && !module.reached.includes(name))
    .map((name) => `No entry point reaches "${name}" of this rule, so that it would never be evaluated.`);
  return [...missing, ...strange, ...unreached].map((message) => problem(module, module.line, message));
}

function kindProblems(module: PolicyModule, rule: Rule, known: readonly string[]): readonly PolicyProblem[] {
  const declared: readonly string[] = [...rule.appliesTo, ...rule.uses];
  const unknown = declared
    .filter((kind) => !known.includes(kind))
    .map((kind) => problem(module, module.metadataLine, `METADATA: there is no kind of subject "${kind}".`));
  const undeclared = Object.entries(module.kinds)
    .filter(([kind]) => !declared.includes(kind))
    .map(([kind, line]) =>
      kind === '*'
        ? problem(
            module,
            line,
            'Name the kind of subject: input.subjects["object-store"] or input.subjects.alert.',
          )
        : problem(
            module,
            line,
            `The rule reads subjects of kind "${kind}", which neither applies_to nor uses names.`,
          ),
    );
  const unread = declared
    .filter((kind) => known.includes(kind) && !Object.hasOwn(module.kinds, kind))
    .map((kind) =>
      problem(module, module.metadataLine, `METADATA names the kind "${kind}", which the rule never reads.`),
    );
  return [...unknown, ...undeclared, ...unread];
}

function exampleProblems(module: PolicyModule, examples: readonly string[]): readonly PolicyProblem[] {
  const folder = module.file.replace(/rule\.rego$/, 'examples/');
  return ['good-', 'bad-']
    .filter((prefix) => !examples.some((example) => example.startsWith(folder + prefix)))
    .map((prefix) => problem(module, module.line, `The rule has no example ${folder}${prefix}….`));
}

interface InputSchema {
  readonly properties: {
    readonly subjects: {
      readonly properties: Readonly<
        Record<
          string,
          { readonly items: { readonly properties: { readonly facts: { readonly $ref: string } } } }
        >
      >;
    };
  };
  readonly definitions: Readonly<Record<string, { readonly properties: object }>>;
}

function kindsOf(inputSchema: unknown): readonly string[] {
  return Object.keys((inputSchema as InputSchema).properties.subjects.properties); // our own generated schema
}

/** Names of the facts of all kinds, sorted. */
export function factNames(inputSchema: unknown): readonly string[] {
  const { properties, definitions } = inputSchema as InputSchema; // our own generated schema
  const names = Object.values(properties.subjects.properties).flatMap(({ items }) => {
    const definition = definitions[items.properties.facts.$ref.replace('#/definitions/', '')];
    return Object.keys(definition?.properties ?? {});
  });
  return [...new Set(names)].sort();
}
