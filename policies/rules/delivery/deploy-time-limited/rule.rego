# METADATA
# title: Deploys end after a stated time
# description: >-
#   A deploy that hangs holds the environment, and whoever waits for it, as long as the system lets it: six hours
#   (GitHub), for ever (Jenkins). Nobody sees that it failed, and the next one waits or runs beside it.
# custom:
#   severity: note
#   applies_to: [deploy-job]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: [SC-5]
#   remediation: >-
#     State how long a deploy may take: timeout-minutes (GitHub), timeout (GitLab), timeoutInMinutes (Azure),
#     options { timeout(…) } (Jenkins), timeout 30m before the command (CircleCI).
package planproof.rules.delivery["deploy-time-limited"]

import data.planproof.lib.finding

violation contains finding.at(job, ["timeLimit"], message) if {
	some job in input.subjects["deploy-job"]
	job.facts.timeLimit == null
	message := sprintf("Nothing says how long deploy job %s may take.", [job.name])
}

undecided contains finding.undecided(job, ["timeLimit"]) if {
	some job in input.subjects["deploy-job"]
}
