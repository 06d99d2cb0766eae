# METADATA
# title: Approvals hold what comes after them
# description: >-
#   A step that asks for an approval, while all that follows starts without it or after a while by itself, looks like a
#   gate to whoever reads the pipeline, and stops nothing.
# related_resources:
#   - ref: https://learn.microsoft.com/azure/devops/pipelines/tasks/reference/manual-validation-v1
#     description: ManualValidation
#   - ref: https://docs.gitlab.com/ci/jobs/job_control/#types-of-manual-jobs
#     description: Optional and blocking manual jobs
# custom:
#   severity: error
#   applies_to: [pipeline]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: [CM-3]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#     owasp-cicd: [CICD-SEC-1]
#   remediation: >-
#     Let what comes after wait for it: requires (CircleCI), dependsOn (Azure), allow_failure: false or needs (GitLab); and
#     let what nobody answers fail: onTimeout: reject (Azure).
package planproof.rules.delivery["approvals-hold"]

import data.planproof.lib.finding
import data.planproof.lib.mistakes

violation contains one if some one in mistakes.told(input.subjects.pipeline, "approval")

examined contains finding.examined(pipeline) if {
	some pipeline in input.subjects.pipeline
	pipeline.format in {"azure-pipelines", "circleci", "gitlab-ci"}
}
