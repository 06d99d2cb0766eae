# METADATA
# title: What a step prints gives no commands to the runner
# description: >-
#   The old commands that a step prints to set variables or the path are turned off, because any text that is
#   printed, a file name or the title of a request, could give them, and so run code in the next step. A
#   variable turns them on again.
# related_resources:
#   - ref: https://github.blog/changelog/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/
#     description: Deprecation of set-env and add-path
# custom:
#   severity: error
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SI-10, CM-7]
#     soc2: [CC8.1]
#     iso-27001: [A.8.28]
#     owasp-cicd: [CICD-SEC-4]
#   remediation: >-
#     Remove the variable, and write to the files that GITHUB_ENV and GITHUB_PATH name.
package planproof.rules["supply-chain"]["no-printed-commands"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["surface", "printedCommands", i, "variable"], message) if {
	some pipeline in _read
	some i, printed in pipeline.facts.surface.printedCommands
	message := sprintf("Pipeline %s lets what its steps print set variables (%s).", [pipeline.name, printed.variable])
}

examined contains finding.examined(pipeline) if some pipeline in _read

_read := [pipeline |
	some pipeline in input.subjects.pipeline
	pipeline.facts.surface != null
]
