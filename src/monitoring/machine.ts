/** Arguments that say where the machine's folders are: those of node_exporter, process-exporter and telegraf's kin. */
const ARGUMENT =
  /^--?(?:path\.(?:procfs|sysfs|rootfs|udev\.data)|procfs|sysfs|rootfs|disk_device_dir)(?:=|$)/;

/** Variables that say the same: those of gopsutil, which Telegraf, Datadog's agent and OpenTelemetry's collector use. */
const VARIABLE = /^HOST_(?:PROC|SYS|ROOT|RUN|VAR|ETC|DEV|MOUNT_PREFIX)$/;

/** Where agents look for the machine's folders by their own documentation. */
const TARGET = /^\/(?:hostfs|rootfs|host\/(?:proc|sys|root|sys\/fs\/cgroup))\/?$/;

/** What a container is started with. */
export interface Started {
  /** Its command and arguments; a command line as one text counts, too. */
  readonly words: readonly string[];
  /** Names of its environment variables. */
  readonly variables: readonly string[];
}

/** Whether a container measures the machine that it runs on, by what it is told, or by where it is given a folder. */
export function watchesMachine({ words, variables }: Started, target: string | undefined): boolean {
  return (
    (target !== undefined && TARGET.test(target)) ||
    variables.some((name) => VARIABLE.test(name)) ||
    words.some((word) =>
      word
        .slice(0, 10_000)
        .split(/\s/)
        .some((part) => ARGUMENT.test(part)),
    )
  );
}
