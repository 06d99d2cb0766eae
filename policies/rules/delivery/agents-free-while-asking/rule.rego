# METADATA
# title: No agent waits for an answer
# description: >-
#   An input keeps the agent of the stage, or of the pipeline, that it stands in. Where nothing ends it, one question that
#   nobody answers over a weekend is one machine less for everybody, and a few of them stop all builds, the one that
#   should repair production among them.
# related_resources:
#   - ref: https://www.jenkins.io/doc/book/pipeline/syntax/
#     description: Section input of a stage
# custom:
#   severity: warning
#   applies_to: [pipeline]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [SC-5]
#   remediation: >-
#     Give the pipeline agent none and each stage that works its own agent, or let the question end by
#     options { timeout(…) } or timeout(…) around it.
package planproof.rules.delivery["agents-free-while-asking"]

import data.planproof.lib.finding
import data.planproof.lib.mistakes

violation contains one if some one in mistakes.told(input.subjects.pipeline, "machine")

examined contains finding.examined(pipeline) if {
	some pipeline in input.subjects.pipeline
	pipeline.format == "jenkins"
}
