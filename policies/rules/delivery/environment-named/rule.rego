# METADATA
# title: Production is deployed to by jobs that name it
# description: >-
#   A pipeline system guards, records and serves secrets to environments that jobs name. A job that only runs the
#   command reaches production past all of that, and nobody finds out later what was deployed when.
# custom:
#   severity: warning
#   applies_to: [deploy-job]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: [CM-5]
#     iso-27001: [A.8.31]
#     owasp-cicd: [CICD-SEC-1]
#   remediation: >-
#     Name the environment in the job that deploys: environment (GitHub, GitLab), a deployment job with
#     environment (Azure).
package planproof.rules.delivery["environment-named"]

import data.planproof.lib.finding

violation contains finding.at(job, ["environmentNamed"], message) if {
	some job in input.subjects["deploy-job"]
	job.facts.production == true
	job.facts.environmentNamed == false
	message := sprintf("Deploy job %s reaches production without naming it as its environment.", [job.name])
}

undecided contains finding.undecided(job, [fact]) if {
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
	not job.facts.environmentNamed in {true, null}
	some fact in ["production", "environmentNamed"]
}

examined contains finding.examined(job) if {
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
}
