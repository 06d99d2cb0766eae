import type { Location, RelatedLocation, SourceFile } from '../../../../source/index.ts';
import type { ReferenceExpression } from '../../../../syntax/hcl/index.ts';
import { relativePath } from '../functions/files/paths.ts';
import type { EvaluatedOutput, EvaluatedVariable, StatedText } from '../result.ts';
import {
  attributeValue,
  failure,
  locationIn,
  type Names,
  type Resolved,
  type Runtime,
  type Scope,
} from '../runtime.ts';
import { asSensitive, boolAt, mappingAt, stringAt, unknownAt, type Value } from '../../../../cloud/index.ts';
import { Cells, LazyEntries } from './cells.ts';
import { attributeNamed, type Declarations, type DeclaredResource, resourceFor } from './declarations.ts';
import type { ModuleCall } from './call.ts';
import { Resource } from '../instances/resource.ts';
import { evaluateVariable, type GivenValue } from '../variables/variables.ts';

/** How other languages write what Terraform knows in small letters only. */
const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['True', true],
  ['TRUE', true],
  ['False', false],
  ['FALSE', false],
]);

export interface ModuleSetup {
  readonly runtime: Runtime;
  readonly directory: string;
  /** `''` for the root module. */
  readonly address: string;
  /** The names of the calls that lead to it, with dots between them: as an address without instances. */
  readonly key: string;
  readonly declarations: Declarations;
  readonly callChain: readonly RelatedLocation[];
  readonly uncertain: string | undefined;
  /** A variable's value from outside. */
  readonly given: (name: string) => GivenValue | undefined;
  /** Makes what a call of this module stands for. */
  readonly call: (name: string, module: Module) => ModuleCall<Module> | undefined;
}

/** One instance of a module: its names, each evaluated when first asked for. */
export class Module implements Names {
  readonly setup: ModuleSetup;
  readonly directory: string;
  private readonly variables = new Map<string, EvaluatedVariable>();
  private readonly resources = new Map<string, Resource | undefined>();
  private readonly calls = new Map<string, ModuleCall<Module> | undefined>();
  private readonly missing = new Set<string>();
  private readonly cells: Cells;

  constructor(setup: ModuleSetup) {
    this.setup = setup;
    this.directory = setup.directory;
    this.cells = new Cells(setup.runtime, this.prefix);
  }

  get prefix(): string {
    return this.setup.address === '' ? '' : `${this.setup.address}.`;
  }

  scope(file: SourceFile): Scope {
    return { runtime: this.setup.runtime, file, module: this, frame: undefined };
  }

  resolve(reference: ReferenceExpression, scope: Scope): Resolved {
    const first = reference.steps[0];
    const second = reference.steps[1];
    const name = first?.kind === 'attribute' ? String(first.key) : undefined;
    switch (reference.root) {
      case 'var':
        return {
          value: this.named(reference, name, scope, (key) => this.variable(key)?.value, 'variable'),
          steps: 1,
        };
      case 'local':
        return {
          value: this.named(reference, name, scope, (key) => this.local(key), 'local value'),
          steps: 1,
        };
      case 'module':
        return this.resolveCall(reference, name, scope);
      case 'path':
      case 'terraform':
        return { value: this.surrounding(reference, name, scope), steps: 1 };
      case 'data':
      case 'ephemeral':
        return this.resolveResource(
          reference,
          reference.root,
          `${reference.root}.${name ?? ''}.${String(second?.key ?? '')}`,
          2,
          scope,
        );
      case 'resource':
        return this.resolveResource(
          reference,
          'managed',
          `${name ?? ''}.${String(second?.key ?? '')}`,
          2,
          scope,
        );
      default:
        return this.resolveResource(reference, 'managed', `${reference.root}.${name ?? ''}`, 1, scope);
    }
  }

  private named(
    reference: ReferenceExpression,
    name: string | undefined,
    scope: Scope,
    find: (name: string) => Value | undefined,
    what: string,
  ): Value {
    const value = name === undefined ? undefined : find(name);
    if (value) return value;
    return this.absent(reference, scope, `there is no ${what} "${name ?? ''}" in this module`);
  }

  /** Reported where it is first missed, not wherever it is used. */
  private absent(reference: ReferenceExpression, scope: Scope, reason: string): Value {
    const first = !this.missing.has(reason);
    this.missing.add(reason);
    if (first) return failure(scope, reference, reason, 'terraform/undeclared');
    return unknownAt(locationIn(scope, reference), reason, { failure: true });
  }

  variable(name: string): EvaluatedVariable | undefined {
    const declared = this.setup.declarations.variables.get(name);
    if (!declared) return undefined;
    const known = this.variables.get(name);
    if (known) return known;
    const scope = this.scope(declared.file);
    const { address } = this.setup;
    const nobody = address === '' ? `var.${name} has no value` : `${address} is not given var.${name}`;
    const at = (): Location => locationIn(scope, declared.block.headerSpan);
    let made: EvaluatedVariable | undefined;
    const value = this.cells.get(`var.${name}`, at, () => {
      made = evaluateVariable(name, declared, this.setup.given(name), nobody, scope);
      return made.value;
    });
    const variable = made ?? { name, value, location: at(), given: 'nowhere' as const };
    if (made) this.variables.set(name, variable);
    return variable;
  }

  private local(name: string): Value | undefined {
    const declared = this.setup.declarations.locals.get(name);
    if (!declared) return undefined;
    const scope = this.scope(declared.file);
    const { value } = declared.attribute;
    return this.cells.get(
      `local.${name}`,
      () => locationIn(scope, value),
      () => this.setup.runtime.evaluate(value, scope),
    );
  }

  output(name: string): EvaluatedOutput | undefined {
    const declared = this.setup.declarations.outputs.get(name);
    if (!declared) return undefined;
    const scope = this.scope(declared.file);
    const location = locationIn(scope, declared.block.headerSpan);
    const written = attributeNamed(declared.block, 'value');
    const sensitive = attributeNamed(declared.block, 'sensitive')?.value;
    const value = this.cells.get(
      `output.${name}`,
      () => location,
      () =>
        written
          ? attributeValue(written, scope)
          : failure(scope, declared.block.headerSpan, `output "${name}" has no value`),
    );
    const hidden = sensitive?.kind === 'bool' && sensitive.value;
    return { name, value: hidden ? asSensitive(value) : value, location };
  }

  /** What `module.x` stands for, seen from the caller: its outputs. */
  outputsAt(at: Location): Value {
    const names = new Set(this.setup.declarations.outputs.keys());
    const missing = (): Value => ({ kind: 'null', at, chain: [] });
    return mappingAt(at, 'object', new LazyEntries(names, (name) => this.output(name)?.value ?? missing()));
  }

  resource(declared: DeclaredResource): Resource | undefined {
    const { key, file } = declared;
    if (this.resources.has(key)) return this.resources.get(key);
    // While it counts its instances it is there without a value, so that a cycle ends.
    this.resources.set(key, undefined);
    const made = this.setup.runtime.apart(() => new Resource(declared, this.prefix, this.scope(file)));
    this.resources.set(key, made);
    return made;
  }

  private resolveResource(
    reference: ReferenceExpression,
    mode: DeclaredResource['mode'],
    name: string,
    steps: number,
    scope: Scope,
  ): Resolved {
    const declared = resourceFor(this.setup.declarations, name, scope.file, reference.start);
    if (!declared) return { value: this.undeclared(reference, mode, name, steps, scope), steps };
    const resource = this.resource(declared);
    if (!resource) {
      const reason = `${this.prefix}${name} depends on itself`;
      return { value: failure(scope, reference, reason, 'terraform/cycle'), steps: reference.steps.length };
    }
    const next = reference.steps[steps];
    const { value, usesKey } = resource.value(next?.kind === 'index');
    return { value, steps: usesKey ? steps + 1 : steps };
  }

  /** It may be declared in a file that is not here: it keeps its identity, and is reported once for its name. */
  private undeclared(
    reference: ReferenceExpression,
    mode: DeclaredResource['mode'],
    name: string,
    steps: number,
    scope: Scope,
  ): Value {
    if (
      steps > reference.steps.length ||
      !reference.steps.slice(0, steps).every(({ kind }) => kind === 'attribute')
    ) {
      const value = failure(scope, reference, `there is no "${reference.root}" here`, 'terraform/undeclared');
      // Terraform refuses it too, but what is meant is plain.
      const meant = reference.steps.length === 0 ? WORDS.get(reference.root) : undefined;
      return meant === undefined ? value : boolAt(locationIn(scope, reference), meant);
    }
    const reason = `there is no ${name} in this module`;
    if (!this.missing.has(name)) failure(scope, reference, reason, 'terraform/undeclared');
    this.missing.add(name);
    return unknownAt(locationIn(scope, reference), reason, {
      reference: { mode, address: this.prefix + name, path: [] },
    });
  }

  call(name: string): ModuleCall<Module> | undefined {
    if (this.calls.has(name)) return this.calls.get(name);
    this.calls.set(name, undefined);
    const made = this.setup.runtime.apart(() => this.setup.call(name, this));
    this.calls.set(name, made);
    return made;
  }

  private resolveCall(reference: ReferenceExpression, name: string | undefined, scope: Scope): Resolved {
    const call = name === undefined ? undefined : this.call(name);
    if (call) {
      const { value, usesKey } = call.value(reference.steps[1]?.kind === 'index');
      return { value, steps: usesKey ? 2 : 1 };
    }
    const declared = name !== undefined && this.setup.declarations.calls.has(name);
    const value = declared
      ? failure(scope, reference, `module.${name} depends on itself`, 'terraform/cycle')
      : this.absent(reference, scope, `there is no module.${name ?? ''} in this module`);
    return { value, steps: reference.steps.length };
  }

  private surrounding(reference: ReferenceExpression, name: string | undefined, scope: Scope): Value {
    const at = locationIn(scope, reference);
    const { runtime } = this.setup;
    switch (`${reference.root}.${name ?? ''}`) {
      case 'path.module':
        return stringAt(at, relativePath(runtime.rootDirectory, this.directory));
      case 'path.root':
        return stringAt(at, '.');
      case 'path.cwd':
        return unknownAt(at, 'path.cwd depends on where Terraform is run', { shape: 'string' });
      case 'terraform.workspace':
        return workspaceAt(at, runtime.sources.workspace);
      default:
        return failure(
          scope,
          reference,
          `there is no ${reference.root}.${name ?? ''}`,
          'terraform/undeclared',
        );
    }
  }
}

/** What nobody states keeps its identity, so that what is named after the same workspace belongs together. */
function workspaceAt(at: Location, stated: StatedText | undefined): Value {
  if (stated) return stringAt(stated.at, stated.text);
  const reference = { mode: 'data', address: 'terraform', path: ['workspace'] } as const;
  return unknownAt(at, 'no workspace is stated for terraform.workspace', { shape: 'string', reference });
}
