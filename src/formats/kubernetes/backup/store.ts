import { known, type BackupFacts } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';

/** What an operator's storage of copies says, whatever it is called there. */
export type StoreParts = Partial<Pick<BackupFacts, 'copyRegions' | 'encrypted' | 'lasting' | 'offsite'>>;

/** Keys under which operators have stores of objects. */
const STORES = [
  's3',
  'gcs',
  'azure',
  'azureCredentials',
  's3Credentials',
  'googleCredentials',
  'ociObjectStorage',
  'b2',
  'swift',
];

/** A store of objects, or a volume in the cluster. */
export function storeParts(store: DataNode): StoreParts {
  const objects = STORES.map((key) => store.get(key)).find((node) => node.exists);
  const path = ['destinationPath', 'bucket', 'bucketName', 'objectStorage'].map((key) => store.get(key));
  const place = objects ?? path.find((node) => node.exists);
  if (place) {
    const region = [store, place].map((node) => node.get('region')).find(({ text }) => text !== undefined);
    return {
      lasting: known(true, place.header),
      ...(region?.text !== undefined && { copyRegions: known([region.text], region.at) }),
    };
  }
  const volume = ['volume', 'filesystem', 'persistentVolumeClaim']
    .map((key) => store.get(key))
    .find((node) => node.exists);
  // A share of another machine may stand anywhere.
  if (volume?.get('nfs').exists) return { lasting: known(true, volume.header) };
  // It is a volume of its own, which stays when the database is deleted, but not when the cluster is.
  return volume
    ? {
        lasting: known(true, volume.header),
        offsite: known(false, volume.header),
        copyRegions: known([], volume.header),
      }
    : {};
}
