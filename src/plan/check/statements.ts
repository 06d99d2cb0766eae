import { purposeOf } from '../../model/index.ts';
import type { Diagnostic, Location } from '../../source/index.ts';
import type { DataDocument, Path } from '../../syntax/data/index.ts';
import { select } from './select.ts';

/** Lists that say one thing of each component: a second entry for it would contradict the first. */
const ONE_PER_COMPONENT = ['recovery.objectives', 'recovery.backups', 'recovery.availability'];

/** Statements that are wrong in themselves though each value is a good one. */
export function checkStatements(document: DataDocument): readonly Diagnostic[] {
  return [
    ...ONE_PER_COMPONENT.flatMap((list) => [
      ...repeated(document, document.value, list, []),
      ...select(document.value, 'environments.*').flatMap(({ path, value }) =>
        repeated(document, value, `overrides.${list}`, path),
      ),
    ]),
    ...purposes(document),
    ...tailoring(document),
  ];
}

/** @param above where the list is looked for, of which `value` is the value there */
function repeated(document: DataDocument, value: unknown, list: string, above: Path): readonly Diagnostic[] {
  const seen = new Map<string, Location>();
  return select(value, `${list}.*.component`).flatMap(({ path, value: component }): Diagnostic[] => {
    if (typeof component !== 'string') return [];
    const location = document.locate([...above, ...path]);
    const first = seen.get(component);
    if (!first) {
      seen.set(component, location);
      return [];
    }
    return [
      {
        code: 'plan/stated-twice',
        level: 'error',
        message: `${[...above, list].join('.')} speaks twice of "${component}".`,
        path: document.file.path,
        location,
        related: [{ location: first, message: 'first stated here' }],
        help: 'Join the two entries.',
      },
    ];
  });
}

function purposes(document: DataDocument): readonly Diagnostic[] {
  return select(document.value, 'environments.*.name').flatMap(({ path, value: name }): Diagnostic[] => {
    const stated = document.has([...path.slice(0, -1), 'purpose']);
    if (typeof name !== 'string' || stated || purposeOf(name) !== undefined) return [];
    return [
      {
        code: 'plan/purpose',
        level: 'error',
        message: `The name "${name}" does not tell what the environment is for.`,
        path: document.file.path,
        location: document.locate(path),
        help: 'Add purpose: development, staging or production.',
      },
    ];
  });
}

function tailoring(document: DataDocument): readonly Diagnostic[] {
  return select(document.value, 'criteria.*.applicable').flatMap(({ path, value }): Diagnostic[] => {
    const criterion = path.slice(0, -1);
    const lacking = ['reason', 'approvedBy'].filter((key) => !document.has([...criterion, key]));
    if (value !== false || lacking.length === 0) return [];
    return [
      {
        code: 'plan/tailoring',
        level: 'error',
        message: `The plan declares ${String(criterion[1])} not applicable, but says no ${lacking.join(' and no ')}.`,
        path: document.file.path,
        location: document.locate(path),
        help: 'Say why the criterion does not apply (reason), and who approved that (approvedBy).',
      },
    ];
  });
}
