import type { HclFile } from '../../../../syntax/hcl/index.ts';
import { evaluate } from '../expressions/evaluate.ts';
import type {
  EvaluatedBlock,
  EvaluatedModule,
  EvaluatedModuleCall,
  EvaluatedOutput,
  EvaluatedResource,
  EvaluatedVariable,
  EvaluateOptions,
  TerraformSources,
} from '../result.ts';
import { Runtime, sentence } from '../runtime.ts';
import { evaluateBlock } from '../instances/blocks.ts';
import { ModuleCall } from './call.ts';
import { declarationsOf, type Declarations } from './declarations.ts';
import { isConfiguration } from './files.ts';
import type { DeclaredBlock } from './overrides.ts';
import { Module } from './module.ts';
import { resolveSource } from './source.ts';
import { validateVariable } from '../variables/validation.ts';
import { valueFromEnvironment } from '../variables/environment.ts';
import { type GivenValue, valuesFromFiles } from '../variables/variables.ts';

const MAX_MODULE_DEPTH = 32;
/** Modules that each call the next twice double with every level, which no count or for_each tells. */
const MAX_MODULES = 5_000;

/** Evaluates a root module and all local modules that it calls. Never throws for what is in the files. */
export function evaluateModule(
  directory: string,
  sources: TerraformSources,
  options: EvaluateOptions = {},
): EvaluatedModule {
  const runtime = new Runtime(directory, sources, options, evaluate);
  const builder = new Builder(runtime);
  const files = sources.directory(directory) ?? [];
  const root = builder.root(directory, files);
  const collected: Collected = { resources: [], moduleCalls: [] };
  collect(root, collected);
  const { declarations } = root.setup;
  return {
    directory,
    resources: collected.resources,
    outputs: outputsOf(root),
    variables: variablesOf(root),
    terraformBlocks: blocksOf(declarations.terraform, root),
    providers: blocksOf(declarations.providers, root),
    moduleCalls: collected.moduleCalls,
    diagnostics: runtime.diagnostics,
  };
}

/** Makes modules; what a directory declares is read once. */
class Builder {
  private readonly runtime: Runtime;
  private readonly declarations = new Map<string, Declarations | undefined>();
  private modules = 0;

  constructor(runtime: Runtime) {
    this.runtime = runtime;
  }

  root(directory: string, files: readonly HclFile[]): Module {
    let values: ReadonlyMap<string, GivenValue> | undefined;
    const given = (name: string): GivenValue | undefined => {
      values ??= valuesFromFiles(files, this.runtime.sources.variableFiles ?? [], ({ file }) =>
        module.scope(file),
      );
      return values.get(name) ?? this.environmentValue(name, module);
    };
    const declarations = this.declared(directory) ?? declarationsOf([]);
    const module = this.module(
      { directory, address: '', key: '', declarations, callChain: [], uncertain: undefined, given },
      [],
    );
    return module;
  }

  private environmentValue(name: string, root: Module): GivenValue | undefined {
    const text = this.runtime.sources.environmentVariables?.get(name);
    const declared = root.setup.declarations.variables.get(name);
    if (text === undefined || !declared) return undefined;
    return valueFromEnvironment(name, text, declared, root.scope(declared.file));
  }

  private declared(directory: string): Declarations | undefined {
    if (this.declarations.has(directory)) return this.declarations.get(directory);
    const files = this.runtime.sources.directory(directory);
    const has = files?.some(({ file }) => isConfiguration(file.path));
    const declarations = files && has ? declarationsOf(files) : undefined;
    for (const declared of declarations?.repeated ?? [])
      this.report('terraform/duplicate', declared, 'is declared already in this module');
    for (const declared of declarations?.unmatched ?? [])
      this.report(
        'terraform/override',
        declared,
        'overrides nothing: no other file of this module declares it',
      );
    this.declarations.set(directory, declarations);
    return declarations;
  }

  private report(code: string, { block, file }: DeclaredBlock, what: string): void {
    const name = [block.type, ...block.labels.map(({ value }) => JSON.stringify(value))].join(' ');
    this.runtime.report(code, `${name} ${what}.`, { file, span: block.headerSpan });
  }

  /** `callers` are the directories of the modules around it. */
  private module(setup: Omit<Module['setup'], 'runtime' | 'call'>, callers: readonly string[]): Module {
    const around = [...callers, setup.directory];
    this.modules++;
    const call = (name: string, module: Module): ModuleCall<Module> | undefined =>
      this.call(name, module, around);
    return new Module({ ...setup, runtime: this.runtime, call });
  }

  private call(name: string, caller: Module, around: readonly string[]): ModuleCall<Module> | undefined {
    const declared = caller.setup.declarations.calls.get(name);
    if (!declared) return undefined;
    const scope = caller.scope(declared.file);
    const found = resolveSource(
      name,
      declared,
      caller.setup,
      scope,
      (path) => this.declared(path) !== undefined,
    );
    const source = { ...found, ...this.refused(found.directory, around, declared, caller) };
    return new ModuleCall(name, declared, caller, source, (call, directory) =>
      this.module(
        {
          directory,
          address: call.address,
          key: caller.setup.key === '' ? name : `${caller.setup.key}.${name}`,
          declarations: this.declared(directory) ?? declarationsOf([]),
          callChain: call.callChain,
          uncertain: call.uncertain,
          given: (variable) => call.given(variable),
        },
        around,
      ),
    );
  }

  private refused(
    directory: string | undefined,
    around: readonly string[],
    declared: DeclaredBlock,
    caller: Module,
  ): { readonly directory: undefined; readonly reason: string } | undefined {
    if (directory === undefined) return undefined;
    const { runtime } = caller.setup;
    const at = { file: declared.file, span: declared.block.headerSpan };
    if (this.modules >= MAX_MODULES) {
      const reason = `only the first ${String(MAX_MODULES)} modules are looked at`;
      runtime.report('terraform/instances-cut', sentence(reason), at);
      return { directory: undefined, reason };
    }
    const own = around.includes(directory);
    if (!own && around.length < MAX_MODULE_DEPTH) return undefined;
    const way = [...around.slice(around.indexOf(directory)), directory]
      .map((path) => path || '.')
      .join(' → ');
    const reason = own ? `modules call each other: ${way}` : 'modules are nested too deeply';
    runtime.report('terraform/cycle', sentence(reason), at);
    return { directory: undefined, reason };
  }
}

interface Collected {
  readonly resources: EvaluatedResource[];
  readonly moduleCalls: EvaluatedModuleCall[];
}

function collect(module: Module, collected: Collected): void {
  const { declarations, address, callChain, uncertain, directory } = module.setup;
  const surroundings = { module: address, directory, callChain, uncertain };
  for (const [name, declared] of declarations.variables) {
    const variable = declared.block.body.blocks.length > 0 ? module.variable(name) : undefined;
    if (variable) validateVariable(variable, declared, module.scope(declared.file));
  }
  for (const declared of [...declarations.resources.values()].flat()) {
    const resource = module.resource(declared);
    for (const instance of resource?.instances ?? []) {
      collected.resources.push(instance.evaluated(surroundings, resource?.uncertain));
    }
  }
  for (const name of declarations.calls.keys()) {
    const call = module.call(name);
    if (!call) continue;
    for (const instance of call.instances) {
      collected.moduleCalls.push(instance.call.evaluated(call.source, directory));
      if (instance.module) collect(instance.module, collected);
    }
  }
}

function outputsOf(root: Module): ReadonlyMap<string, EvaluatedOutput> {
  const outputs = new Map<string, EvaluatedOutput>();
  for (const name of root.setup.declarations.outputs.keys()) {
    const output = root.output(name);
    if (output) outputs.set(name, output);
  }
  return outputs;
}

function variablesOf(root: Module): ReadonlyMap<string, EvaluatedVariable> {
  const variables = new Map<string, EvaluatedVariable>();
  for (const name of root.setup.declarations.variables.keys()) {
    const variable = root.variable(name);
    if (variable) variables.set(name, variable);
  }
  return variables;
}

function blocksOf(declared: readonly DeclaredBlock[], root: Module): readonly EvaluatedBlock[] {
  return declared.map(({ block, file }) => evaluateBlock(block, root.scope(file)));
}
