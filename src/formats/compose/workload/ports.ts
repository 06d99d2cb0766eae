import { known, unknown, type Fact } from '../../../model/index.ts';
import type { Service } from '../read/services.ts';

/** Others call it, when the file says on which ports; else each service of its networks may. */
export function servesOf({ all }: Service): Fact<boolean> {
  const ports = all.get('ports');
  const [port] = [...ports.items(), ...all.get('expose').items()];
  if (port) return known(true, ports.exists ? ports.node?.header : all.get('expose').node?.header);
  return unknown('the service states no ports', ports.at);
}
