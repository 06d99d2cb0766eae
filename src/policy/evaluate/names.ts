import type { SubjectKind } from '../../model/index.ts';

/** What results call a subject. */
export interface Name {
  readonly kind: SubjectKind;
  readonly subject: string;
}

/** One name for each subject, whatever rules say of it: they say it often, and each time as a text of its own. */
export class Names {
  readonly #ofKind = new Map<string, Map<string, Name>>();

  of(kind: SubjectKind, id: string): Name {
    const ofKind = this.#ofKind.get(kind) ?? new Map<string, Name>();
    this.#ofKind.set(kind, ofKind);
    const name = ofKind.get(id) ?? { kind, subject: id };
    ofKind.set(id, name);
    return name;
  }
}
