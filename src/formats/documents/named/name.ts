/** What a reader is to put something else for. */
export function isPlaceholder(name: string): boolean {
  return (
    /[<>$*{}[\]%?…@]|\.\.\.|^-|:\/\/|^[A-Z][A-Z_]{2,}$/.test(name) ||
    /(?:^|[^a-z])(?:your|my|example|some|foo|bar|x{3,})(?:[^a-z]|$)/i.test(name)
  );
}
