import type { Activity } from './pipeline.ts';
import type { Recognition } from '../recognition.ts';
import { blockingOf } from './blocking.ts';

/** A scanner nobody knows shows by its results: their upload stands for it where no scan was recognized. */
export function withResults(activities: readonly Activity[]): readonly Activity[] {
  const scanned = activities.some(({ recognition }) => recognition.kind === 'scan');
  const uploaded = activities.some(({ recognition }) => recognition.kind === 'results');
  return activities.flatMap((activity) => {
    if (activity.recognition.kind !== 'results') {
      return [uploaded && activity.recognition.kind === 'scan' ? { ...activity, reported: true } : activity];
    }
    if (scanned) return [];
    const recognition: Recognition = {
      ...activity.recognition,
      kind: 'scan',
      detail: 'sast',
      failure: 'outside',
    };
    const tolerated = activity.blocking.value === true ? undefined : activity.blocking;
    const blocking = blockingOf(recognition, tolerated, 'stops', activity.at);
    return [{ ...activity, recognition, blocking, reported: true }];
  });
}
