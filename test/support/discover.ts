import { discover, type Discovery } from '../../src/discover/index.ts';
import { formats } from '../../src/formats/index.ts';
import type { Host } from '../../src/io/index.ts';

/** All that is in a tree, with all formats, and without plans unless `isPlan` knows them. */
export function discoverAll(
  host: Host,
  isPlan: Parameters<typeof discover>[1]['isPlan'] = () => false,
): Promise<Discovery> {
  return discover(host, {
    paths: [''],
    include: [],
    exclude: [],
    formats,
    isPlan,
    isWaiver: () => false,
  });
}
