import { known, type Fact, type GitopsReleaseFacts } from '../../../model/index.ts';
import type { DataNode } from '../../data-node.ts';
import { booleanFact } from '../read.ts';

type Sync = Pick<GitopsReleaseFacts, 'prunes' | 'emptied' | 'selfHeals'>;

/** What Argo CD deletes or puts back by itself, when it syncs by itself: `syncPolicy.automated`. */
export function syncOf(policy: DataNode): Sync {
  const automated = policy.get('automated');
  if (!automated.isMap) {
    const nothing = known(null, policy.header);
    return { prunes: nothing, emptied: nothing, selfHeals: nothing };
  }
  return {
    prunes: prunes(policy, booleanFact(automated.get('prune'), false)),
    emptied: booleanFact(automated.get('allowEmpty'), false),
    selfHeals: booleanFact(automated.get('selfHeal'), false),
  };
}

/** Asked for, deletions wait for someone; last, they wait until the rest is there and healthy. */
function prunes(policy: DataNode, prune: Fact<boolean>): Fact<boolean> {
  const careful = policy
    .get('syncOptions')
    .items()
    .find(({ text }) => /^(?:Prune=(?:confirm|false)|PruneLast=true)$/.test(text ?? ''));
  return careful ? known(false, careful.at) : prune;
}

/** Flux corrects what differs from a release of Helm only when it is told to look. */
export function correctsDrift(spec: DataNode): Fact<boolean> {
  const mode = spec.get('driftDetection', 'mode');
  return known(mode.value === 'enabled', mode.at);
}
