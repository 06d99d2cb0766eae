const SIMPLE =
  /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u0391-\u03c9\u0410-\u044f\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u257f\u2713\u2717]*$/;

/**
 * Has a text only letters and signs that take one column each, never join with a neighbor, and hide nothing? So have
 * all but few texts, and for those the large patterns need not even be compiled.
 */
export function isSimple(text: string): boolean {
  return SIMPLE.test(text);
}
