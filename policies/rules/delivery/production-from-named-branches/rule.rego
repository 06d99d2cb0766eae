# METADATA
# title: Production gets what stands on named branches
# description: >-
#   A job that runs for every branch, or for every request, brings to production whatever someone pushes, before anybody
#   has read it.
# custom:
#   severity: warning
#   applies_to: [deploy-job]
#   criteria: [delivery-pipeline, security-compliance]
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#     owasp-cicd: [CICD-SEC-1]
#   remediation: >-
#     Let the job run for the main branch or for tags only.
package planproof.rules.delivery["production-from-named-branches"]

import data.planproof.lib.finding

violation contains finding.at(job, ["branchesLimited"], message) if {
	some job in input.subjects["deploy-job"]
	job.facts.production == true
	job.facts.approval == "none"
	job.facts.branchesLimited == false
	message := sprintf("Deploy job %s brings any branch to production.", [job.name])
}

# Who approves sees the branch.
undecided contains finding.undecided(job, [fact]) if {
	some job in input.subjects["deploy-job"]
	_open(job)
	some fact in ["production", "approval", "branchesLimited"]
}

examined contains finding.examined(job) if {
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
}

_open(job) if {
	not job.facts.production == false
	not job.facts.approval == "required"
	not job.facts.branchesLimited == true
}
