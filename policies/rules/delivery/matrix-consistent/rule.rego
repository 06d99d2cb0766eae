# METADATA
# title: Matrices say what they seem to
# description: >-
#   An exclusion that matches nothing leaves jobs in that nobody wanted, and a value that stands twice runs
#   twice. The matrix looks smaller, or larger, than what is tested.
# custom:
#   severity: note
#   applies_to: [pipeline]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: [CM-6]
#   remediation: >-
#     Take away what stands twice, and exclude values that the matrix has.
package planproof.rules.delivery["matrix-consistent"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["mistakes", i, "problem"], message) if {
	some pipeline in input.subjects.pipeline
	some i, mistake in pipeline.facts.mistakes
	mistake.about == "matrix"
	message := sprintf("In %s, %s.", [pipeline.name, mistake.problem])
}

undecided contains finding.undecided(pipeline, ["mistakes", i, "problem"]) if {
	some pipeline in input.subjects.pipeline
	some i, mistake in pipeline.facts.mistakes
	mistake.about == "matrix"
}
