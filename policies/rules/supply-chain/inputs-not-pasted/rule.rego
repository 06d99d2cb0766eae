# METADATA
# title: Inputs are not pasted into scripts
# description: >-
#   What is typed where a workflow is started becomes a part of the script before the shell reads it. Those who may start
#   it, or a program that does, can so run code with its secrets, also where protected branches keep them from changing it.
# related_resources:
#   - ref: https://docs.github.com/en/actions/reference/security/secure-use
#     description: Secure use reference
# custom:
#   severity: note
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SI-10]
#     iso-27001: [A.8.28]
#     owasp-cicd: [CICD-SEC-4]
#   remediation: >-
#     Give the input to the script as an environment variable, in quotes, or declare it as a choice.
package planproof.rules["supply-chain"]["inputs-not-pasted"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["surface", "pastedInputs", i, "expression"], message) if {
	some pipeline in _read
	some i, pasted in pipeline.facts.surface.pastedInputs
	message := sprintf("Pipeline %s pastes %s, which those who start it write, into a script.", [pipeline.name, pasted.expression])
}

examined contains finding.examined(pipeline) if some pipeline in _read

_read := [pipeline |
	some pipeline in input.subjects.pipeline
	pipeline.facts.surface != null
]
