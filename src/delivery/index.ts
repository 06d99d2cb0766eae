/** What commands and actions do in a delivery pipeline: tables that all pipeline formats share, and how to ask them. */
export { createActionTable, recognizeAction } from './action.ts';
export type { Inputs, RecognizeAction, RecognizedAction } from './action.ts';
export { readCommandLine, toolOfImage } from './arguments.ts';
export type { CommandLine } from './arguments.ts';
export { recognizeCommand } from './command.ts';
export { credentialsOfAction, isCloudKey } from './credentials.ts';
export type { CredentialUse } from './credentials.ts';
export { isDeployName, isFreezeName, isVersionInput, isTeardown } from './detail.ts';
export { plainRecognition } from './recognition.ts';
export type { Recognition } from './recognition.ts';
export type { ActionEntry, Deployed, Purpose } from './table.ts';
export { activitiesOfContainer } from './pipeline/container.ts';
export type { ContainerRun } from './pipeline/container.ts';
export { deliver } from './pipeline/deliver.ts';
export type {
  Activity,
  Elsewhere,
  Followed,
  Job,
  Naming,
  Pipeline,
  PipelineOf,
  Target,
  Unseen,
  Variables,
} from './pipeline/pipeline.ts';
export { jobElsewhere } from './pipeline/elsewhere.ts';
export { withResults } from './pipeline/results.ts';
export { unawaitedApprovals } from './deploy/approvals.ts';
export { mistakeOf, uncheckedCall, withoutParameters } from './pipeline/mistake.ts';
export type { Mistake } from './pipeline/mistake.ts';
export { oncePerPlace } from './places.ts';
export { rereadBy, tellsOfCommits } from './pipeline/reread.ts';
export type { Writers } from './pipeline/reread.ts';
export { JOBS } from './pipeline/run.ts';
export { activitiesOfScript, activitiesOfWords, activityOf } from './pipeline/script.ts';
export type { Script, StepWords } from './pipeline/script.ts';
export { sentTokensOf, type OwnTokens } from './pipeline/sent-tokens.ts';
export { redeploysOf } from './deploy/redeploy.ts';
export { unreadDeploy } from './pipeline/unread.ts';
export { versionOf } from './deploy/version.ts';
export { targetAmong, targetOf } from './deploy/target.ts';
