# METADATA
# title: Tokens of runs go to their own system only
# description: >-
#   The token that a run is given reads the repository, its registry and its packages, and may write them. Sent to
#   another host it is in the hands of whoever keeps that, and good until the run ends.
# custom:
#   severity: warning
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [IA-5, SC-7]
#     soc2: [CC6.1]
#     iso-27001: [A.5.17]
#     owasp-cicd: [CICD-SEC-6]
#   remediation: >-
#     Give the other service a token of its own, or one that is made for it (OpenID Connect with its audience).
package planproof.rules.secrets["run-tokens-stay"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["sentTokens", i, "token"], message) if {
	some pipeline in input.subjects.pipeline
	some i, sent in pipeline.facts.sentTokens
	message := sprintf("Pipeline %s sends its token (%s) to %s.", [pipeline.name, sent.token, sent.host])
}

examined contains finding.examined(pipeline) if {
	some pipeline in input.subjects.pipeline
	pipeline.format in {"github-actions", "gitlab-ci"}
}
