# METADATA
# title: Pipelines do not log their secrets
# description: >-
#   A trace writes every command with its variables, and every variable with its value, to the log of a run, which many
#   may read and which is kept. Left on after a search for an error, it gives away the secrets of each later run.
# custom:
#   severity: warning
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AU-9, IA-5]
#     soc2: [CC6.1]
#     iso-27001: [A.8.15]
#     owasp-cicd: [CICD-SEC-6]
#   remediation: >-
#     Remove the variable from the file, and set it for one run where it is needed.
package planproof.rules.secrets["no-traces"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["traces", i, "variable"], message) if {
	some pipeline in input.subjects.pipeline
	some i, trace in pipeline.facts.traces
	message := sprintf("Pipeline %s logs all variables of its jobs (%s).", [pipeline.name, trace.variable])
}

examined contains finding.examined(pipeline) if {
	some pipeline in input.subjects.pipeline
	pipeline.format in {"azure-pipelines", "gitlab-ci"}
}
