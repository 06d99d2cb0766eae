# METADATA
# title: Lines of outsiders become no variables
# description: >-
#   A text of several lines that is written to the file of variables sets one for each line: whoever writes the text
#   chooses names and values, and such as `BASH_ENV`, `LD_PRELOAD` and `NODE_OPTIONS` run code in every later step.
# related_resources:
#   - ref: https://docs.github.com/en/actions/reference/security/secure-use
#     description: Secure use reference
# custom:
#   severity: error
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SI-10, AC-4]
#     soc2: [CC8.1]
#     iso-27001: [A.8.28]
#     owasp-cicd: [CICD-SEC-4]
#   remediation: >-
#     Keep it in an output or a file, or let through only what it may be: a number, a known name.
package planproof.rules["supply-chain"]["no-foreign-variables"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["surface", "foreignVariables", i, "written"], message) if {
	some pipeline in _read
	some i, foreign in pipeline.facts.surface.foreignVariables
	is_string(foreign.written)
	message := sprintf("Pipeline %s writes what an outsider controls (%s) to the variables of all later steps.", [pipeline.name, foreign.written])
}

undecided contains finding.undecided(pipeline, ["surface", "foreignVariables", i, "written"]) if {
	some pipeline in _read
	some i, _ in pipeline.facts.surface.foreignVariables
}

examined contains finding.examined(pipeline) if some pipeline in _read

_read := [pipeline |
	some pipeline in input.subjects.pipeline
	pipeline.facts.surface != null
]
