# METADATA
# title: Pipelines sign in to the cloud without long-lived keys
# description: >-
#   A key that is stored as a secret of the pipeline works from anywhere and until somebody rotates it. A
#   federated identity is valid for one run of one repository and leaves nothing to steal.
# related_resources:
#   - ref: https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments
#     description: OpenID Connect for GitHub Actions
# custom:
#   severity: error
#   applies_to: [deploy-job]
#   criteria: [security-compliance, delivery-pipeline]
#   controls:
#     nist-800-53: [IA-5, AC-2(3)]
#     soc2: [CC6.1]
#     iso-27001: [A.5.17]
#     owasp-cicd: [CICD-SEC-6]
#   statements:
#     - security.identity.pipeline
#   remediation: Let the pipeline assume a role by OpenID Connect, and delete the stored key.
package planproof.rules.identity["pipeline-federated"]

import data.planproof.lib.finding

violation contains finding.at(job, ["credentials"], message) if {
	some job in input.subjects["deploy-job"]
	job.facts.credentials == "static"
	message := sprintf("Deploy job %s signs in with a long-lived key.", [job.name])
}

undecided contains finding.undecided(job, ["credentials"]) if {
	some job in input.subjects["deploy-job"]
}
