# METADATA
# title: Secrets reach only the steps that need them
# description: >-
#   A secret in a variable of the whole pipeline can be read by every action and every tool that any job runs.
#   One that is picked by a name which is known only while the pipeline runs makes the runner get all of them.
# related_resources:
#   - ref: https://docs.github.com/en/actions/reference/security/secure-use
#     description: Secure use reference of GitHub Actions
# custom:
#   severity: note
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, IA-5]
#     soc2: [CC6.1]
#     iso-27001: [A.8.2]
#     owasp-cicd: [CICD-SEC-6]
#   remediation: >-
#     Set the secret in the step that uses it, by its own name; give a called workflow the secrets that it
#     needs.
package planproof.rules.secrets["given-where-needed"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["surface", "sharedSecrets", i, "given"], message) if {
	some pipeline in _read
	some i, shared in pipeline.facts.surface.sharedSecrets
	message := _message(pipeline, shared)
}

_message(pipeline, shared) := sprintf("Pipeline %s gives %s to every job.", [pipeline.name, shared.given]) if {
	shared.how == "every-job"
}

_message(pipeline, shared) := sprintf("Pipeline %s picks a secret while it runs (%s), so its runner gets all of them.", [pipeline.name, shared.given]) if {
	shared.how == "chosen"
}

_message(pipeline, shared) := sprintf("Pipeline %s gives all its secrets to %s.", [pipeline.name, shared.given]) if {
	shared.how == "called"
	shared.inside == true
}

examined contains finding.examined(pipeline) if some pipeline in _read

_read := [pipeline |
	some pipeline in input.subjects.pipeline
	pipeline.facts.surface != null
]
