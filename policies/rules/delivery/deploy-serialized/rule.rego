# METADATA
# title: Two deploys to one environment do not run at the same time
# description: >-
#   Two runs that deploy to the same place interleave: the older may win, and neither is what was tested.
#   Cancelling a deploy half way leaves the environment between two versions.
# custom:
#   severity: warning
#   applies_to: [deploy-job]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [CM-3]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   remediation: >-
#     Let one run at a time deploy to an environment and cancel none: a concurrency group (GitHub), resource_group
#     (GitLab), serial-group (CircleCI), lock (Azure), disableConcurrentBuilds (Jenkins).
package planproof.rules.delivery["deploy-serialized"]

import data.planproof.lib.finding

violation contains finding.at(job, ["serialized"], message) if {
	some job in input.subjects["deploy-job"]
	job.facts.serialized == false
	message := sprintf("Deploy job %s can run twice at the same time, or be canceled half way.", [job.name])
}

undecided contains finding.undecided(job, ["serialized"]) if {
	some job in input.subjects["deploy-job"]
}
