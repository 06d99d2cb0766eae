# METADATA
# title: Production is deployed to only after an approval
# description: >-
#   The plan and most frameworks ask that a second person agrees before production changes. An environment
#   that anyone who can merge can deploy to has no such person.
# custom:
#   severity: error
#   applies_to: [deploy-job]
#   criteria: [delivery-pipeline, security-compliance]
#   required: true
#   controls:
#     nist-800-53: [CM-3, CM-5, AC-5]
#     cis-controls: ["16.1"]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32, A.5.3]
#     pci-dss: ["6.5.1"]
#     owasp-cicd: [CICD-SEC-1]
#   statements:
#     - delivery.environments.<name>.approvals.required
#   remediation: Let the job deploy to an environment with required reviewers, and keep that protection as code.
package planproof.rules.delivery["production-approved"]

import data.planproof.lib.finding

violation contains finding.at(job, ["approval"], message) if {
	some job in input.subjects["deploy-job"]
	job.facts.production == true
	job.facts.approval == "none"
	message := sprintf("Deploy job %s reaches production without an approval.", [job.name])
}

undecided contains finding.undecided(job, [fact]) if {
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
	not job.facts.approval == "required"
	some fact in ["production", "approval"]
}

examined contains {"kind": job.kind, "id": job.id} if {
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
}
