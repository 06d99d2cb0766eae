# METADATA
# title: Production gets what the environment before it had
# description: >-
#   What is built again for production is not what was tested: a dependency, a base image or a setting may have
#   changed since. What passed before proves nothing then.
# custom:
#   severity: warning
#   applies_to: [deploy-job]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: [CM-14, SI-7]
#     soc2: [CC8.1]
#     owasp-cicd: [CICD-SEC-9]
#   remediation: >-
#     Build once, keep what was built as an artifact or image, and deploy that to each environment in turn.
package planproof.rules.delivery["artifact-promoted"]

import data.planproof.lib.finding

violation contains finding.at(job, ["rebuilt"], message) if {
	some job in input.subjects["deploy-job"]
	job.facts.production == true
	job.facts.rebuilt == true
	message := sprintf("Deploy job %s builds again what an environment before it had.", [job.name])
}

undecided contains finding.undecided(job, [fact]) if {
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
	not job.facts.rebuilt in {false, null}
	some fact in ["production", "rebuilt"]
}

examined contains finding.examined(job) if {
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
}
