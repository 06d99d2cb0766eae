# METADATA
# title: Restoring was practiced as often as planned
# description: >-
#   A restore that was never practiced fails on the day it is needed, for reasons that nobody thought of. The
#   plan states how often it is practiced; the last time must not be longer ago.
# custom:
#   severity: warning
#   applies_to: [plan]
#   criteria: [rollback, timeline-resources]
#   controls:
#     nist-800-53: [CP-4, CP-9(1)]
#     cis-controls: ["11.5"]
#     soc2: [A1.3]
#     iso-27001: [A.5.30]
#   statements:
#     - recovery.drills.last
#     - recovery.drills.everyDays
#   remediation: Hold the drill, and enter its date in the plan.
package planproof.rules.recovery["drill-recent"]

import data.planproof.lib.finding

violation contains finding.at(plan, ["lastDrill"], message) if {
	some plan in input.subjects.plan
	is_number(plan.facts.drillEveryDays)
	is_string(plan.facts.lastDrill)
	age := _days_since(plan.facts.lastDrill)
	age > plan.facts.drillEveryDays
	message := sprintf("Restoring was practiced %d days ago, on %s; the plan asks for every %v days.", [age, plan.facts.lastDrill, plan.facts.drillEveryDays])
}

violation contains finding.at(plan, ["lastDrill"], message) if {
	some plan in input.subjects.plan
	is_number(plan.facts.drillEveryDays)
	plan.facts.lastDrill == null
	message := "The plan asks for restore drills, and none has been held."
}

examined contains {"kind": plan.kind, "id": plan.id} if {
	some plan in input.subjects.plan
	is_number(plan.facts.drillEveryDays)
}

_days_since(day) := floor((time.parse_ns("2006-01-02", input.today) - time.parse_ns("2006-01-02", day)) / 86400000000000)
