/** What commands and actions do in a delivery pipeline: tables that all pipeline formats share, and how to ask them. */
export { recognizeAction } from './action.ts';
export type { Inputs, RecognizedAction } from './action.ts';
export { readCommandLine, toolOfImage } from './arguments.ts';
export type { CommandLine } from './arguments.ts';
export { recognizeCommand } from './command.ts';
export { credentialsOfAction, isCloudKey } from './credentials.ts';
export type { CredentialUse } from './credentials.ts';
export { isDeployName, isRehearsal, isRollbackName, isVersionInput, testDetail } from './detail.ts';
export type { Recognition } from './recognition.ts';
export type { Deployed, Purpose } from './table.ts';
