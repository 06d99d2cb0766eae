import { known, type PlanDocumentFacts, type SubjectOf } from '../../model/index.ts';
import type { Location } from '../../source/index.ts';
import type { Path } from '../../syntax/data/index.ts';
import { fromRoot } from '../read/reference.ts';
import type { Statements } from '../read/statements.ts';
import { NOT_JOINED, PLAN_FORMAT, subjectId } from './context.ts';

type Role = PlanDocumentFacts['role'];

/** Documents that the plan names, each once for each role that it names it for. */
export function documentSubjects(plan: Statements): readonly SubjectOf<'plan-document'>[] {
  const subjects = new Map<string, SubjectOf<'plan-document'>>();
  for (const { role, path } of named(plan)) {
    const reference = referenceIn(plan, path);
    if (!reference) continue;
    const id = subjectId(plan, `documents.${role}:${reference.text}`);
    if (!subjects.has(id)) subjects.set(id, documentSubject(plan, id, role, path, reference));
  }
  return [...subjects.values()];
}

function named(plan: Statements): readonly { readonly role: Role; readonly path: Path }[] {
  const list = (role: Role, path: Path): { role: Role; path: Path }[] =>
    plan.items(path).map((item) => ({ role, path: item }));
  return [
    ...list('procedure', ['documents', 'procedures']),
    ...list('verification', ['documents', 'verification']),
    ...plan.keys(['delivery', 'environments']).map((name): { role: Role; path: Path } => ({
      role: 'verification',
      path: ['delivery', 'environments', name, 'verification', 'document'],
    })),
    ...list('troubleshooting', ['documents', 'troubleshooting']),
    ...list('runbook', ['documents', 'runbooks']),
    ...plan.keys(['delivery', 'environments']).map((name): { role: Role; path: Path } => ({
      role: 'rollback',
      path: ['delivery', 'environments', name, 'rollback', 'procedure'],
    })),
    ...list('restore', ['recovery', 'backups']).map(({ role, path }) => ({
      role,
      path: [...path, 'restore'],
    })),
    { role: 'restore', path: ['recovery', 'procedure'] },
    { role: 'incident-response', path: ['recovery', 'incidentResponse', 'procedure'] },
    ...list('dashboard', ['observability', 'dashboards']),
  ];
}

/** A path alone, or under the key of an entry that says more. */
function referenceIn(plan: Statements, path: Path): { text: string; location: Location } | undefined {
  for (const place of [path, [...path, 'path'], [...path, 'reference']]) {
    const text = plan.value(place);
    if (typeof text === 'string' && text !== '')
      return { text: fromRoot(plan.location(place).file.path, text), location: plan.location(place) };
  }
  return undefined;
}

function documentSubject(
  plan: Statements,
  id: string,
  role: Role,
  path: Path,
  { text, location }: { readonly text: string; readonly location: Location },
): SubjectOf<'plan-document'> {
  // An entry says more than the path; what names a document only has keys of its own.
  const isEntry = plan.value([...path, 'path']) !== undefined;
  const nothing = known(null, location);
  return {
    kind: 'plan-document',
    id,
    name: text,
    format: PLAN_FORMAT,
    location,
    facts: {
      role,
      path: known(text, location),
      exists: NOT_JOINED,
      topics: NOT_JOINED,
      steps: NOT_JOINED,
      components: isEntry ? plan.texts([...path, 'components']) : known([], location),
      owner: isEntry ? plan.text([...path, 'owner']) : nothing,
      reviewed: isEntry ? plan.date([...path, 'reviewed']) : nothing,
      mentions: NOT_JOINED,
    },
  };
}
