/** Where a copy is put. */
export interface CopyPlace {
  /** `store`: of objects, or on another machine; `path`: in the file system of what runs the command. */
  readonly kind: 'store' | 'path';
  readonly text: string;
  /** Of the store, where its name tells. */
  readonly region: string | undefined;
}

const STORE =
  /^(?:s3|gs|az|abfss?|b2|swift|rclone|rest|sftp|ssh|azure|https?|opendal):|\.blob\.core\.windows\.net\//i;
/** `remote:bucket/folder` of rclone, `host:/backup` of scp; Windows' drives have one letter. */
const REMOTE = /^[\w.@-]{2,}:(?!\/\/)/;
const REGION =
  /\b(?:s3[.-](?:dualstack\.)?|\.)?((?:af|ap|ca|cn|eu|il|me|mx|sa|us)-(?:gov-)?(?:north|south|east|west|central|northeast|southeast|northwest|southwest)-\d)\b/;

/** What a word says of a place; undefined when it is none, or one that only variables tell. */
export function placeOf(word: string): CopyPlace | undefined {
  if (STORE.test(word) || REMOTE.test(word)) return { kind: 'store', text: word, region: regionIn(word) };
  if (/^(?:\.{0,2}\/|[A-Z]:\\)/i.test(word) && !word.startsWith('/dev/'))
    return { kind: 'path', text: word, region: undefined };
  return undefined;
}

/** AWS' name of a region in an endpoint's name. */
export function regionIn(text: string): string | undefined {
  return REGION.exec(text)?.[1];
}
