const DECIMAL = ['', 'k', 'm', 'g', 't', 'p', 'e'];

export const unitBuiltins = {
  /** `10Gi`, `500MB`, `"1 KB"` is not: as OPA, no blanks, letters in either case, a trailing `b` ignored. */
  'units.parse_bytes': (text: string): number | undefined => {
    const [, digits, unit = ''] =
      /^(-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)([a-z]*)$/i.exec(text.replaceAll('"', '')) ?? [];
    if (digits === undefined) return undefined;
    const name = unit.toLowerCase().replace(/b$/, '');
    const binary = name.endsWith('i');
    const power = DECIMAL.indexOf(binary ? name.slice(0, -1) : name);
    if (power < 0 || (binary && power === 0)) return undefined;
    return Math.trunc(Number(digits) * (binary ? 1024 : 1000) ** power);
  },
};
