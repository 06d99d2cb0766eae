import type { Diagnostic, Location } from '../../source/index.ts';

/** Two places of a plan that state different things of one. */
export function contradiction(
  path: string,
  value: unknown,
  location: Location,
  first: unknown,
  firstLocation: Location,
): Diagnostic {
  return {
    code: 'plan/contradiction',
    level: 'error',
    message: `${path} is ${shown(value)} here, and ${shown(first)} elsewhere.`,
    path: location.file.path,
    location,
    related: [{ location: firstLocation, message: 'stated otherwise here' }],
    help: 'Let the plan say one of them.',
  };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
