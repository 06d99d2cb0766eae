# METADATA
# title: Code of outsiders does not run with the repository's rights
# description: >-
#   A workflow for requests that starts from the default branch has the repository's token and secrets. When it
#   fetches what the request brings and then installs, builds or tests that, whoever opens a request runs what
#   they like with those: a build script, a hook of a package, a test.
# related_resources:
#   - ref: https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/
#     description: Preventing pwn requests
# custom:
#   severity: error
#   applies_to: [pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-4, SI-10]
#     soc2: [CC8.1]
#     iso-27001: [A.8.31]
#     owasp-cicd: [CICD-SEC-4]
#   remediation: >-
#     Build and test requests in a workflow on pull_request, which has no secrets, and hand over only its results.
package planproof.rules["supply-chain"]["no-untrusted-checkout"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["surface", "foreignCode", i, "checkout"], message) if {
	some pipeline in _read
	some i, code in pipeline.facts.surface.foreignCode
	code.unguarded == true
	message := sprintf("Pipeline %s fetches what an outsider brings and runs it (%s) with the repository's rights.", [pipeline.name, code.runs])
}

undecided contains finding.undecided(pipeline, ["surface", "foreignCode", i, "unguarded"]) if {
	some pipeline in _read
	some i, _ in pipeline.facts.surface.foreignCode
}

examined contains finding.examined(pipeline) if some pipeline in _read

_read := [pipeline |
	some pipeline in input.subjects.pipeline
	pipeline.facts.surface != null
]
