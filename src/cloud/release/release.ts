import type { Subject } from '../../model/index.ts';
import type { Stack } from '../resource/stack.ts';
import { cloudDeployReleases } from './cloud-deploy.ts';
import { codeDeployReleases } from './code-deploy.ts';
import { ecsReleases } from './ecs-service.ts';
import { flagReleases } from './flags.ts';
import { slotReleases } from './slot.ts';
import { splitReleases } from './split.ts';

/** How services of the clouds bring new versions to users: what judges them, and what takes them back. */
export function releases(stack: Stack): readonly Subject[] {
  return [
    ...codeDeployReleases(stack),
    ...ecsReleases(stack),
    ...splitReleases(stack),
    ...slotReleases(stack),
    ...cloudDeployReleases(stack),
    ...flagReleases(stack),
  ];
}
