# METADATA
# title: Production is not replaced all at once
# description: >-
#   When everything of the old version stops before the new one has proved itself, all users meet each mistake, and the
#   way back is as long as the way there.
# custom:
#   severity: warning
#   applies_to: [rollout, workload]
#   criteria: [delivery-pipeline]
#   controls:
#     nist-800-53: ["CM-3(2)", CP-10]
#     iso-27001: [A.8.32]
#   remediation: Replace a part at a time, or start the new version beside the old one.
package planproof.rules.delivery["production-replaced-gradually"]

import data.planproof.lib.finding

violation contains finding.at(rollout, ["strategy"], message) if {
	some rollout in _replaced
	rollout.facts.production == true
	rollout.facts.strategy == "recreate"
	message := sprintf("%s %s replaces all of the old version in production at once.", [rollout.facts.type, rollout.name])
}

undecided contains finding.undecided(rollout, [fact]) if {
	some rollout in _replaced
	not rollout.facts.strategy in {"rolling", "canary", "blue-green"}
	some fact in ["production", "strategy"]
}

violation contains finding.at(workload, ["strategy"], message) if {
	some workload in _several
	workload.facts.production == true
	workload.facts.strategy == "recreate"
	workload.facts.replicas > 1
	message := sprintf("%s %s stops all its %d replicas in production before the new version is ready.", [workload.facts.type, workload.name, workload.facts.replicas])
}

undecided contains finding.undecided(workload, [fact]) if {
	some workload in _several
	workload.facts.strategy == "recreate"
	some fact in ["production", "replicas"]
}

examined contains finding.examined(rollout) if some rollout in _replaced

examined contains finding.examined(workload) if some workload in _several

_replaced := [rollout |
	some rollout in input.subjects.rollout
	not rollout.facts.production == false
]

# One replica cannot be replaced a part at a time, and what holds a disk for itself must stop before the next one starts.
_several := [workload |
	some workload in input.subjects.workload
	workload.facts.type in {"Deployment", "StatefulSet"}
	not workload.facts.production == false
	not workload.facts.replicas in {0, 1}
]
