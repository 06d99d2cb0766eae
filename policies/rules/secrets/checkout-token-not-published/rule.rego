# METADATA
# title: The token of a checkout is not uploaded
# description: >-
#   A checkout leaves the token it used in the folder's git configuration. An upload of that folder shows it to
#   everyone who may download what a run made, which for a public repository is everyone, while the token is
#   still good.
# related_resources:
#   - ref: https://github.com/actions/checkout
#     description: Checkout action
# custom:
#   severity: warning
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [IA-5, SC-28]
#     soc2: [CC6.1]
#     iso-27001: [A.5.17]
#     owasp-cicd: [CICD-SEC-6]
#   remediation: >-
#     Set persist-credentials to false at the checkout, and upload only what was built.
package planproof.rules.secrets["checkout-token-not-published"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["surface", "publishedTokens", i, "upload"], message) if {
	some pipeline in _read
	some i, token in pipeline.facts.surface.publishedTokens
	token.leaks == true
	message := sprintf("Pipeline %s uploads a folder (%s) that holds the token of its checkout.", [pipeline.name, token.upload])
}

undecided contains finding.undecided(pipeline, ["surface", "publishedTokens", i, "leaks"]) if {
	some pipeline in _read
	some i, _ in pipeline.facts.surface.publishedTokens
}

examined contains finding.examined(pipeline) if some pipeline in _read

_read := [pipeline |
	some pipeline in input.subjects.pipeline
	pipeline.facts.surface != null
]
