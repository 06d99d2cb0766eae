import type { Scope } from '../runtime.ts';
import { locationIn, scopeIn } from '../runtime.ts';
import type { HclBlock } from '../../../../syntax/hcl/index.ts';
import { attributeNamed } from '../modules/declarations.ts';
import type { DeclaredBlock } from '../modules/overrides.ts';
import type { EvaluatedVariable } from '../result.ts';
import { convert } from '../values/convert.ts';
import { BOOL } from '../values/types.ts';

/** Reports the value that a variable's own `validation` refuses, as Terraform would: nothing is deployed with it. */
export function validateVariable(variable: EvaluatedVariable, { block }: DeclaredBlock, scope: Scope): void {
  if (variable.value.kind === 'unknown') return;
  const refusing = block.body.blocks.find((each) => each.type === 'validation' && refuses(each, scope));
  if (!refusing) return;
  const wish = attributeNamed(refusing, 'error_message')?.value;
  const why = wish?.kind === 'string' && wish.value.trim() !== '' ? `: ${wish.value.trim()}` : '.';
  scope.runtime.report(
    'terraform/refused-value',
    `The variable "${variable.name}" refuses its value${why}`,
    variable.value.at,
    {
      related: [
        { location: locationIn(scope, refusing.headerSpan), message: 'this validation does not hold' },
      ],
    },
  );
}

/** What cannot be told, or is wrong in itself, refuses nothing. */
function refuses(block: HclBlock, scope: Scope): boolean {
  const condition = attributeNamed(block, 'condition');
  if (!condition) return false;
  const holds = convert(scope.runtime.unused(condition.value, scopeIn(scope, condition)), BOOL);
  return holds.kind === 'bool' && !holds.value;
}
