import type { Variables } from '../../delivery/index.ts';

/** Variables of CodePipeline, `#{SourceVariables.CommitId}`, and of the shell. */
export const VARIABLES: Variables = {
  pattern: /#\{[^{}]*\}|\$\{[^{}]*\}|\$\w+/g,
  fixed:
    /CODEBUILD_(?:RESOLVED_SOURCE_VERSION|BUILD_NUMBER|BUILD_ID|START_TIME)|CommitId|codepipeline\.PipelineExecutionId|COMMIT_(?:HASH|ID|SHA)/,
  branch: /BranchName|CODEBUILD_WEBHOOK_HEAD_REF/,
  startsFromTags: false,
  whyOpen: (text) => `\`${text}\` is known only while the pipeline runs`,
};
