# METADATA
# title: Production gets one fixed version
# description: >-
#   A tag that moves, as latest does, or a branch names something else tomorrow. What was tested is not what
#   runs, and the version before cannot be named when it is needed again.
# custom:
#   severity: warning
#   applies_to: [deploy-job]
#   criteria: [delivery-pipeline, rollback]
#   controls:
#     nist-800-53: [CM-14, SI-7]
#     iso-27001: [A.8.32]
#     owasp-cicd: [CICD-SEC-9]
#   statements:
#     - delivery.artifacts.immutable
#   remediation: >-
#     Name what is deployed by its digest, the commit or a release.
package planproof.rules.delivery["version-fixed"]

import data.planproof.lib.finding

violation contains finding.at(job, ["immutableArtifact"], message) if {
	some job in input.subjects["deploy-job"]
	job.facts.production == true
	job.facts.immutableArtifact == false
	message := sprintf("Deploy job %s names what it puts into production by something that moves.", [job.name])
}

undecided contains finding.undecided(job, [fact]) if {
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
	not job.facts.immutableArtifact == true
	some fact in ["production", "immutableArtifact"]
}

examined contains finding.examined(job) if {
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
}
