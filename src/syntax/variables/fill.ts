const VARIABLE = /\$(?:([a-z_]\w*)|\{([a-z_]\w*)\})/gi;
const DEPTH = 4;
const LENGTH = 4_000;

/** Puts the values of variables into a text, and those of the variables in these; what has no value stays as it is. */
export function fillVariables(text: string, valueOf: (name: string) => string | undefined): string {
  let filled = text;
  for (let depth = 0; depth < DEPTH && filled.includes('$'); depth++) {
    const next = filled.replace(VARIABLE, (whole, bare?: string, braced?: string) => {
      const name = bare ?? braced ?? '';
      const value = valueOf(name);
      return value === undefined || namesItself(value, name) ? whole : value;
    });
    if (next.length > LENGTH) return text;
    if (next === filled) break;
    filled = next;
  }
  return filled;
}

const namesItself = (value: string, name: string): boolean =>
  value.includes(`$${name}`) || value.includes(`\${${name}`);
