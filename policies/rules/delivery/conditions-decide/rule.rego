# METADATA
# title: Conditions decide what they seem to
# description: >-
#   A condition that is always true is no gate: what it should keep from production, from forks or from other
#   branches runs for everyone. Text beside the marks of an expression makes a text of the whole, and a text is
#   true; a branch whose name is a part of a listed one is found in the list; and who started a run is not who wrote the
#   request that it is for.
# related_resources:
#   - ref: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
#     description: Expressions reference
# custom:
#   severity: error
#   applies_to: [pipeline]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: [CM-3, SI-10]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#     owasp-cicd: [CICD-SEC-1]
#   remediation: >-
#     Write the whole condition as one expression, ask lists by contains(fromJSON('["…"]'), name), and bots by github.event.pull_request.user.login.
package planproof.rules.delivery["conditions-decide"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["surface", "looseConditions", i, "condition"], message) if {
	some pipeline in _read
	some i, loose in pipeline.facts.surface.looseConditions
	loose.how == "always"
	message := sprintf("Pipeline %s has a condition that is always true (%s).", [pipeline.name, loose.condition])
}

violation contains finding.at(pipeline, ["surface", "looseConditions", i, "condition"], message) if {
	some pipeline in _read
	some i, loose in pipeline.facts.surface.looseConditions
	loose.how == "part"
	message := sprintf("Pipeline %s has a condition that a part of a name meets too (%s).", [pipeline.name, loose.condition])
}

violation contains finding.at(pipeline, ["surface", "looseConditions", i, "condition"], message) if {
	some pipeline in _read
	some i, loose in pipeline.facts.surface.looseConditions
	loose.how == "actor"
	message := sprintf("Pipeline %s has a condition that anyone's request meets once a bot touches it (%s).", [pipeline.name, loose.condition])
}

examined contains finding.examined(pipeline) if some pipeline in _read

_read := [pipeline |
	some pipeline in input.subjects.pipeline
	pipeline.facts.surface != null
]
