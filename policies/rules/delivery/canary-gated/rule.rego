# METADATA
# title: A canary waits before it goes on
# description: >-
#   A canary whose weights follow each other without a pause or an analysis reaches everyone within seconds:
#   nobody and nothing can notice that it is bad while it is small.
# custom:
#   severity: error
#   applies_to: [rollout]
#   criteria: [delivery-pipeline, rollback]
#   controls:
#     nist-800-53: ["CM-3(2)", CM-4]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   statements:
#     - delivery.environments.<name>.analysis
#   remediation: Put a pause with a duration, or an analysis, after each weight.
package planproof.rules.delivery["canary-gated"]

import data.planproof.lib.finding

violation contains finding.at(rollout, ["gated"], message) if {
	some rollout in input.subjects.rollout
	rollout.facts.gated == false
	message := sprintf("%s %s gives the new version all traffic without a pause or an analysis after a part of it.", [rollout.facts.type, rollout.name])
}

undecided contains finding.undecided(rollout, ["gated"]) if {
	some rollout in input.subjects.rollout
	not rollout.facts.analysisSkipped == true
}

examined contains finding.examined(rollout) if {
	some rollout in input.subjects.rollout
	not rollout.facts.gated == null
}
