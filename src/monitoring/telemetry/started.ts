/** Options by which programs that collect telemetry are told which files they start with. */
const OPTION = /^(?:-[cCf]|--?config(?:\.file|-dir|-yaml|-toml|-json)?|--path\.config)(?:=(.*))?$/;

/** Words that are looked at; people write a few. */
const MOST = 500;

/** Files that a command names as those to start with: `--config=/etc/a.yaml`, `-c a.conf`, `alloy run a.alloy`. */
function filesNamed(command: readonly string[]): readonly string[] {
  const words = command.flatMap((word) => word.trim().split(/\s+/)).slice(0, MOST);
  const run = words.findIndex((word) => word === 'run');
  return words.flatMap((word, index) => {
    if (run >= 0 && index > run && word.startsWith('/')) return word;
    const found = OPTION.exec(word);
    const value = found ? (found[1] ?? words[index + 1]) : undefined;
    return value === undefined ? [] : value.replace(/^file:/, '');
  });
}

/**
 * Which parts of what stands at a place a container starts with: names below that place, `null` for whatever is there.
 * None, where its command names other files.
 */
export function partsStarted(target: string, command: readonly string[]): readonly (string | null)[] {
  const files = filesNamed(command).filter((file) => !/^(?:env|yaml|https?):/.test(file));
  if (files.length === 0 || files.some((file) => file.includes('$'))) return [null];
  const place = target.replace(/\/+$/, '');
  const parts = files.flatMap((file): (string | null)[] => {
    const path = file.replace(/\/+$/, '');
    if (path === place || place.startsWith(`${path}/`)) return [null];
    return path.startsWith(`${place}/`) ? [path.slice(place.length + 1)] : [];
  });
  return [...new Set(parts)];
}
