import type { RelatedLocation } from '../../../../source/index.ts';
import type { HclFile } from '../../../../syntax/hcl/index.ts';
import type { EvaluatedVariable } from '../result.ts';
import { attributeValue, locationIn, reported, scopeIn, type Scope } from '../runtime.ts';
import { asSensitive, passed, unknownAt, type Value } from '../../../../cloud/index.ts';
import { convert } from '../values/convert.ts';
import { shapeOf } from '../values/types.ts';
import { attributeNamed } from '../modules/declarations.ts';
import { baseName } from '../../../paths.ts';
import type { DeclaredBlock } from '../modules/overrides.ts';
import { typeConstraint } from './type-constraint.ts';

/** A value from outside: from the process' environment, a variable file or a module call's argument. */
export interface GivenValue {
  readonly value: Value;
  readonly from: 'environment' | 'file' | 'caller';
  /** What stands between the variable and the value: the module call's header, the name in the environment. */
  readonly hops: readonly RelatedLocation[];
}

/** Values from the directory's own variable files and the given ones; later files win. */
export function valuesFromFiles(
  files: readonly HclFile[],
  more: readonly HclFile[],
  scopeOf: (file: HclFile) => Scope,
): ReadonlyMap<string, GivenValue> {
  const own = files.filter(({ file }) => isAutomatic(file.path));
  own.sort((left, right) => (rank(left.file.path) < rank(right.file.path) ? -1 : 1));
  const values = new Map<string, GivenValue>();
  for (const file of [...own, ...more]) {
    const scope = scopeOf(file);
    for (const { name, value } of file.body.attributes) {
      values.set(name, { value: scope.runtime.evaluate(value, scope), from: 'file', hops: [] });
    }
  }
  return values;
}

/** Variable files that Terraform takes by itself. */
export function isAutomatic(path: string): boolean {
  return /(?:^|\/)terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/.test(path);
}

/** `terraform.tfvars` and its JSON come before all others. */
function rank(path: string): string {
  const name = baseName(path);
  return name.startsWith('terraform.tfvars') ? ` ${name}` : name;
}

/** A variable with its value, converted to its type. */
export function evaluateVariable(
  name: string,
  declared: DeclaredBlock,
  given: GivenValue | undefined,
  nobody: string,
  scope: Scope,
): EvaluatedVariable {
  const { block } = declared;
  const location = locationIn(scope, block.headerSpan);
  const constraint = attributeNamed(block, 'type');
  const type = constraint
    ? typeConstraint(constraint.value, scopeIn(scope, constraint))
    : { kind: 'any' as const };
  const fallback = attributeNamed(block, 'default');
  const nullable = !isLiterally(block, 'nullable', false);
  let chosen: Value;
  let from: EvaluatedVariable['given'] = 'nowhere';
  if (given && (given.value.kind !== 'null' || nullable || !fallback)) {
    from = given.from;
    chosen = passed(given.value, [
      { location, message: `variable "${name}" is declared here` },
      ...given.hops,
    ]);
  } else if (fallback) {
    from = 'default';
    chosen = attributeValue(fallback, scope);
  } else {
    const shape = shapeOf(type);
    chosen = unknownAt(location, nobody, shape && { shape });
  }
  const converted = convert(chosen, type);
  const value =
    chosen.kind === 'unknown' ? converted : reported(scope, block.headerSpan, named(converted, name));
  return { name, value: isSecret(block) ? asSensitive(value) : value, location, given: from };
}

/** Its declaration says that nobody should see its value. */
export function isSecret(block: DeclaredBlock['block']): boolean {
  return isLiterally(block, 'sensitive', true) || isLiterally(block, 'ephemeral', true);
}

function named(value: Value, name: string): Value {
  if (value.kind !== 'unknown' || !value.failure) return value;
  return { ...value, reason: `the value of var.${name} is not of its type: ${value.reason}` };
}

function isLiterally(block: DeclaredBlock['block'], name: string, wanted: boolean): boolean {
  const value = attributeNamed(block, name)?.value;
  return value?.kind === 'bool' && value.value === wanted;
}
