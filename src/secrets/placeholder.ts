/** Words that stand where a secret will be put: `<password>`, `changeme`, `YOUR_TOKEN`, `{{ db_password }}`, `****`. */
const WORDS =
  /example|change[-_ ]?(?:me|it|this)|to[-_ ]?be[-_ ]?(?:changed|replaced|set|filled)|replace[-_ ]?(?:me|this|with)|place[-_ ]?holder|fill[-_ ]?me|set[-_ ]?me|update[-_ ]?me|fix[-_ ]?me|\byour?[-_ ]|\btodo\b|\btbd\b|redacted|dummy|not[-_ ]?(?:a[-_ ]?)?(?:real|used)/i;
const FORMS =
  /^(?:<.*>|\[.*\]|\{\{.*\}\}|\$\{.*\}|\$\(.*\)|\$\w+|%\w+%|#\{.*\}#?|__\w+__|@@?\w+@@?|(.)\1*|null|none|nil|n\/a|undefined|unset|ignored?)$/is;
const KEPT_ELSEWHERE =
  /^(?:arn:|https?:\/\/|\.{0,2}\/|~\/|projects\/|vault:|op:\/\/|ref\+|ssm:|secretsmanager:|@Microsoft\.KeyVault)/i;

/** Is this only where a secret will be put? */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  return WORDS.test(trimmed) || FORMS.test(trimmed);
}

/** Does this say where a secret is kept: a path, an address, a name in a secret manager? */
export function namesPlace(text: string): boolean {
  return KEPT_ELSEWHERE.test(text.trim());
}
