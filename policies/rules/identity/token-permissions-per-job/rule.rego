# METADATA
# title: Write permissions are given to the job that needs them
# description: >-
#   What is stated at the top of a workflow holds for all of its jobs: the one that runs the tests, with the code
#   of all dependencies, may publish then, too.
# custom:
#   severity: note
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6]
#     iso-27001: [A.8.2]
#     owasp-cicd: [CICD-SEC-5]
#   remediation: >-
#     State what may be read at the top, and what may be written in the job that writes it.
package planproof.rules.identity["token-permissions-per-job"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["sharedPermissions", i, "permission"], message) if {
	some pipeline in input.subjects.pipeline
	some i, shared in pipeline.facts.sharedPermissions
	message := sprintf("Pipeline %s lets several jobs write %s.", [pipeline.name, shared.permission])
}

undecided contains finding.undecided(pipeline, ["sharedPermissions", i, "permission"]) if {
	some pipeline in input.subjects.pipeline
	some i, _ in pipeline.facts.sharedPermissions
}

examined contains finding.examined(pipeline) if {
	some pipeline in input.subjects.pipeline
	pipeline.facts.tokenPermissions != null
}
