# METADATA
# title: Someone is told when a deploy to production fails
# description: >-
#   A deploy that fails at night, or that a schedule started, is seen by whoever looks into the pipeline next.
#   Pipeline systems write to whoever started it at most.
# custom:
#   severity: note
#   applies_to: [deploy-job]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [IR-6]
#     soc2: [CC7.3]
#   remediation: >-
#     Let a step that runs on failure tell the team: a message, an issue, a page.
package planproof.rules.observability["deploy-failure-notified"]

import data.planproof.lib.finding

violation contains finding.at(job, ["failureNotified"], message) if {
	some job in input.subjects["deploy-job"]
	job.facts.production == true
	job.facts.failureNotified == false
	message := sprintf("Nobody is told when deploy job %s fails.", [job.name])
}

undecided contains finding.undecided(job, [fact]) if {
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
	not job.facts.failureNotified == true
	some fact in ["production", "failureNotified"]
}

examined contains finding.examined(job) if {
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
}
