/** What a folder holds, by name in code unit order. */
export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'link' | 'other';
}

export type ReadResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | {
      readonly ok: false;
      readonly problem: 'missing' | 'denied' | 'too-large' | 'failed';
      readonly bytes: number;
    };

/**
 * The only way to disk and clock. Paths are relative to the root, with `/`, `''` being the root itself;
 * links are never followed, so nothing outside the root is ever read.
 */
export interface Host {
  list(directory: string): readonly DirectoryEntry[] | undefined;
  kindOf(path: string): DirectoryEntry['kind'] | undefined;
  /** Reads a file of at most `limit` bytes. */
  read(path: string, limit: number): ReadResult;
  /** Ignore files of the folders above the root, up to the repository's top, the outermost first. */
  ignoreFilesAbove(name: string): readonly { readonly prefix: string; readonly text: string }[];
  /** A file of the package itself: compiled policies and their metadata. */
  asset(name: string): Uint8Array;
}
