# METADATA
# title: Secrets are handed over by name
# description: >-
#   What gets every secret of a repository at once can use, print or send all of them, those that are added
#   later too. A workflow of somebody else that inherits them is as trusted as the people who may change any of
#   them.
# related_resources:
#   - ref: https://docs.github.com/en/actions/reference/security/secure-use
#     description: Secure use reference of GitHub Actions
# custom:
#   severity: warning
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, IA-5]
#     soc2: [CC6.1]
#     iso-27001: [A.5.17, A.8.2]
#     owasp-cicd: [CICD-SEC-6]
#   remediation: >-
#     Hand over the secrets that are needed, each by its name.
package planproof.rules.secrets["not-handed-over-whole"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["surface", "sharedSecrets", i, "given"], message) if {
	some pipeline in _read
	some i, shared in pipeline.facts.surface.sharedSecrets
	shared.how == "all"
	message := sprintf("Pipeline %s reads all secrets at once (%s).", [pipeline.name, shared.given])
}

violation contains finding.at(pipeline, ["surface", "sharedSecrets", i, "given"], message) if {
	some pipeline in _read
	some i, shared in pipeline.facts.surface.sharedSecrets
	shared.how == "called"
	shared.inside == false
	message := sprintf("Pipeline %s gives all its secrets to %s, which stands outside the repository.", [pipeline.name, shared.given])
}

examined contains finding.examined(pipeline) if some pipeline in _read

_read := [pipeline |
	some pipeline in input.subjects.pipeline
	pipeline.facts.surface != null
]
