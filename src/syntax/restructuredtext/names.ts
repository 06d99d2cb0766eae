/** The id that docutils makes of a title or of a name. */
export function docutilsId(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join('-');
}

/** A name as references write it: in any case, with any blanks. */
export function normalName(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
