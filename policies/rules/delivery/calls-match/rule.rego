# METADATA
# title: Calls of pipelines match what they call
# description: >-
#   A call that what it calls does not understand, a job that waits for one that is not there, or an environment that is
#   deployed to twice where the system allows that once, keeps everything from starting: no test, no scan, no deploy.
# custom:
#   severity: warning
#   applies_to: [pipeline]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: [CM-6]
#   remediation: >-
#     Give what the called workflow, task or template declares and requires, and name jobs and files that exist.
package planproof.rules.delivery["calls-match"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["mistakes", i, "problem"], message) if {
	some pipeline in input.subjects.pipeline
	some i, mistake in pipeline.facts.mistakes
	mistake.about == "call"
	is_string(mistake.problem)
	message := sprintf("In %s, %s.", [pipeline.name, mistake.problem])
}

undecided contains finding.undecided(pipeline, ["mistakes", i, "problem"]) if {
	some pipeline in input.subjects.pipeline
	some i, mistake in pipeline.facts.mistakes
	mistake.about == "call"
}
