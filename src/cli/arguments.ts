/** An option that may be repeated. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** An option that may be repeated, and takes several values separated by commas. */
export function collectList(value: string, before: readonly string[] | undefined): readonly string[] {
  return [
    ...(before ?? []),
    ...value.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()])),
  ];
}

/** What `--output` does, for the commands that write reports. */
export const OUTPUT =
  'write a report (default: console); the folder of the file is made if needed; may be repeated';
