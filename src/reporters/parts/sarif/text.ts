import { visible } from '../visible.ts';

/** GitHub and GitLab refuse longer texts. */
export const LIMITS = { name: 255, description: 1024, message: 2048, tags: 10 } as const;

export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/**
 * A message that says what it says: what would be a placeholder (`{0}`) or an embedded link (`[a](1)`) to a SARIF
 * viewer is escaped (SARIF 3.11.5, 3.11.6), control characters are shown.
 */
export function messageText(text: string): string {
  const shown = withoutPlaceholders(visible(text));
  return clip(shown.includes('](') ? escapeBrackets(shown) : shown, LIMITS.message);
}

/** Text between the brackets of an embedded link. */
export function linkText(text: string): string {
  return escapeBrackets(withoutPlaceholders(visible(text)));
}

function withoutPlaceholders(text: string): string {
  return text.replace(/\{(\d+)\}/g, '{{$1}}');
}

function escapeBrackets(text: string): string {
  return text.replace(/[[\]\\]/g, '\\$&');
}

/** `encryption/object-store-encrypted` → `EncryptionObjectStoreEncrypted`. */
export function pascalCase(id: string): string {
  const words = id.split(/[^a-z0-9]+/i).filter((word) => word !== '');
  return clip(words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''), LIMITS.name);
}

export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
