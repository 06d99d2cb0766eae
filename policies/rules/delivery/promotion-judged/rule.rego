# METADATA
# title: Releases in production are judged before they get all traffic
# description: >-
#   A canary that only waits, or a blue/green release that switches when its pods are ready, goes on whatever
#   its users meet, unless someone happens to look in time.
# custom:
#   severity: warning
#   applies_to: [rollout]
#   criteria: [delivery-pipeline, rollback, monitoring-alerting]
#   controls:
#     nist-800-53: [CM-4, SI-4]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   remediation: Add an analysis before the promotion, or let someone promote it.
package planproof.rules.delivery["promotion-judged"]

import data.planproof.lib.finding

violation contains finding.at(rollout, ["judged"], message) if {
	some rollout in _releases
	rollout.facts.production == true
	rollout.facts.judged == false
	message := sprintf("%s %s is promoted in production by itself, with nothing that judges it.", [rollout.facts.type, rollout.name])
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
