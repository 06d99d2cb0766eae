# METADATA
# title: Each deploy is verified
# description: >-
#   A deploy that ends when the command returns does not know whether the new version works. Only what is
#   verified can be rolled back in time, by itself or by people.
# custom:
#   severity: error
#   applies_to: [deploy-job]
#   criteria: [rollback, devops-practices]
#   controls:
#     nist-800-53: [CM-4(2), SI-6]
#     soc2: [CC8.1]
#     iso-27001: [A.8.29]
#   statements:
#     - delivery.environments.<name>.verification.checks
#   remediation: Wait for the rollout's status, or run a smoke test, after the deploy step.
package planproof.rules.rollback["deploy-verified"]

import data.planproof.lib.finding

violation contains finding.at(job, ["verifiedAfter"], message) if {
	some job in input.subjects["deploy-job"]
	job.facts.production == true
	job.facts.verifiedAfter == false
	message := sprintf("Deploy job %s does not check that what it deployed works.", [job.name])
}

undecided contains finding.undecided(job, [fact]) if {
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
	not job.facts.verifiedAfter == true
	some fact in ["production", "verifiedAfter"]
}

examined contains {"kind": job.kind, "id": job.id} if {
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
}
