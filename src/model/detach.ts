import { isNative } from './fact.ts';
import type { Subject } from './subject.ts';

/** The engine copies what is cut out shorter than this, and keeps a view of what it was cut out of else. */
const SHORTEST_VIEW = 13;

/**
 * Makes the texts of subjects texts of their own. Cut out of a file's text they are views of it, each of which keeps all
 * of it. The engine makes a text of its own of whatever names a property, once for all that are alike, and has the
 * views stand for that.
 */
export function detachTexts(subjects: readonly Subject[]): void {
  const names = Object.create(null) as Record<string, true>;
  const visit = (node: unknown): void => {
    if (typeof node === 'string') {
      if (node.length >= SHORTEST_VIEW) names[node] = true;
    } else if (Array.isArray(node)) {
      for (const element of node) visit(element);
    } else if (typeof node === 'object' && node !== null && !isNative(node) && !isLocation(node)) {
      for (const value of Object.values(node)) visit(value);
    }
  };
  for (const { id, name, facts } of subjects) {
    visit(id);
    visit(name);
    visit(facts);
  }
}

function isLocation(node: object): boolean {
  return 'file' in node && 'span' in node;
}
