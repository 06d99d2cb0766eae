# METADATA
# title: Who may approve production is named
# description: >-
#   A question of the pipeline that names nobody may be answered by everyone who may start it, by the one who did, too: it
#   is a second click, not a second person.
# related_resources:
#   - ref: https://www.jenkins.io/doc/pipeline/steps/pipeline-input-step/
#     description: Step input of Jenkins
#   - ref: https://learn.microsoft.com/azure/devops/pipelines/tasks/reference/manual-validation-v1
#     description: ManualValidation of Azure
# custom:
#   severity: warning
#   applies_to: [deploy-job]
#   criteria: [delivery-pipeline, security-compliance]
#   controls:
#     nist-800-53: [AC-5, CM-5]
#     soc2: [CC8.1]
#     iso-27001: [A.5.3]
#     pci-dss: ["6.5.4"]
#     owasp-cicd: [CICD-SEC-1]
#   remediation: >-
#     Name the people or groups who may answer: submitter (Jenkins), approvers of ManualValidation@1, or checks of the
#     environment in its place (Azure).
package planproof.rules.delivery["approvers-named"]

import data.planproof.lib.finding

violation contains finding.at(job, ["approversNamed"], message) if {
	some job in input.subjects["deploy-job"]
	job.facts.production == true
	job.facts.approversNamed == false
	message := sprintf("Whoever may start deploy job %s may approve it, too.", [job.name])
}

undecided contains finding.undecided(job, [fact]) if {
	some job in _asking
	not job.facts.approversNamed == true
	some fact in ["production", "approversNamed"]
}

examined contains finding.examined(job) if some job in _asking

_asking := [job |
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
	job.facts.approversNamed != null
]
