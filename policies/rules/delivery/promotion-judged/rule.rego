# METADATA
# title: Releases in production are judged before they get all traffic
# description: >-
#   A canary that only waits, or a blue/green release that switches when its pods are ready, goes on whatever
#   its users meet, unless someone happens to look in time. Who looks needs a way to the new version.
# custom:
#   severity: warning
#   applies_to: [rollout]
#   criteria: [delivery-pipeline, rollback, monitoring-alerting]
#   controls:
#     nist-800-53: [CM-4, SI-4]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   remediation: Add an analysis before the promotion, or let someone promote it, with a previewService to try it by.
package planproof.rules.delivery["promotion-judged"]

import data.planproof.lib.finding

violation contains finding.at(rollout, ["judged"], message) if {
	some rollout in _releases
	rollout.facts.production == true
	rollout.facts.judged == false
	message := sprintf("%s %s is promoted in production by itself, with nothing that judges it.", [rollout.facts.type, rollout.name])
}

# It is judged, by what cannot see it.
violation contains finding.at(rollout, ["preview"], message) if {
	some rollout in _releases
	rollout.facts.production == true
	rollout.facts.judged == true
	rollout.facts.preview == false
	message := sprintf("%s %s has no previewService by which its new version could be tried in production before it gets all traffic.", [rollout.facts.type, rollout.name])
}

undecided contains finding.undecided(rollout, [fact]) if {
	some rollout in _releases
	not rollout.facts.production == false
	not rollout.facts.judged == true
	some fact in ["production", "judged"]
}

examined contains finding.examined(rollout) if {
	some rollout in _releases
	not rollout.facts.production == false
}

# Others say it of those that have no gate at all, and what is neither canary nor blue/green has none.
_releases := [rollout |
	some rollout in input.subjects.rollout
	not rollout.facts.gated in {false, null}
	not rollout.facts.analysisSkipped == true
]
