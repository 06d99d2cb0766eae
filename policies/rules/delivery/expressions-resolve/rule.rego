# METADATA
# title: Expressions name what exists
# description: >-
#   A name that stands for nothing is an empty text, so that a condition never holds and a command gets nothing;
#   a context or function that does not exist keeps the whole workflow from starting.
# custom:
#   severity: warning
#   applies_to: [pipeline]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: [CM-6]
#   remediation: >-
#     Name a context, property, step, job or function that exists where the expression stands.
package planproof.rules.delivery["expressions-resolve"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["mistakes", i, "problem"], message) if {
	some pipeline in input.subjects.pipeline
	some i, mistake in pipeline.facts.mistakes
	mistake.about == "expression"
	is_string(mistake.problem)
	message := sprintf("In %s, %s.", [pipeline.name, mistake.problem])
}

undecided contains finding.undecided(pipeline, ["mistakes", i, "problem"]) if {
	some pipeline in input.subjects.pipeline
	some i, mistake in pipeline.facts.mistakes
	mistake.about == "expression"
}
