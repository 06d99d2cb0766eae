# METADATA
# title: Parts of secrets are hidden, too
# description: >-
#   The system hides a secret in its logs where the whole of it appears. A part that is taken out of a secret while a
#   workflow runs is another text, which nothing hides.
# related_resources:
#   - ref: https://docs.github.com/en/actions/reference/security/secure-use
#     description: Secure use reference
# custom:
#   severity: warning
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [IA-5, AU-9]
#     soc2: [CC6.1]
#     iso-27001: [A.5.17]
#     owasp-cicd: [CICD-SEC-6]
#   remediation: >-
#     Keep each value as a secret of its own.
package planproof.rules.secrets["parts-masked"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["surface", "unmaskedSecrets", i, "expression"], message) if {
	some pipeline in _read
	some i, part in pipeline.facts.surface.unmaskedSecrets
	message := sprintf("Pipeline %s takes a part out of a secret (%s), which its logs do not hide.", [pipeline.name, part.expression])
}

examined contains finding.examined(pipeline) if some pipeline in _read

_read := [pipeline |
	some pipeline in input.subjects.pipeline
	pipeline.facts.surface != null
]
