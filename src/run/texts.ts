import { readTextAgain, type Discovery } from '../discover/index.ts';
import { tidyMemory, type Host } from '../io/index.ts';
import { detachTexts, type Subject } from '../model/index.ts';
import type { SourceFile } from '../source/index.ts';

/** Of less text than this nothing is gained by letting go of it. */
const LARGE = 4_000_000;

/** Is so much read that memory matters? */
export function isLarge(files: Discovery['files']): boolean {
  return files.reduce((sum, { bytes }) => sum + bytes, 0) >= LARGE;
}

export interface TextsToForget {
  /** Lets go of the texts of files that no other format is going to read; subjects keep none of them. */
  forget(files: ReadonlySet<SourceFile>, subjects: readonly Subject[]): void;
}

/**
 * In a large run, texts of files go when they have been read: policies see none, and reports show lines of few. Those are
 * read again.
 */
export function textsToForget(
  host: Host,
  { files, claimed, hashes, plans }: Discovery,
  tidy: () => void = tidyMemory,
): TextsToForget {
  if (!isLarge(files)) return { forget: () => undefined };
  const readers = new Map<SourceFile, number>(plans.map(({ file }) => [file, 1]));
  for (const { documents } of claimed.values())
    for (const file of new Set(documents.map((document) => document.file)))
      readers.set(file, (readers.get(file) ?? 0) + 1);
  let untidied = 0;
  return {
    forget: (ofFormat, subjects) => {
      detachTexts(subjects);
      for (const file of ofFormat) {
        const left = (readers.get(file) ?? 0) - 1;
        readers.set(file, left);
        const sha256 = hashes.get(file); // none of texts within others
        if (left !== 0 || sha256 === undefined || file.text === '') continue;
        untidied += file.text.length;
        file.forget(() => readTextAgain(host, file.path, sha256));
      }
      if (untidied < LARGE) return;
      untidied = 0;
      tidy();
    },
  };
}
