# METADATA
# title: Restoring is tested as often as the plan says
# description: >-
#   A job that restores shows each time whether that still works. One that runs less often than the plan's drills leaves
#   the rest to people, and one that is switched off shows nothing.
# custom:
#   severity: warning
#   applies_to: [restore-test]
#   uses: [plan]
#   criteria: [rollback]
#   controls:
#     nist-800-53: [CP-4, CP-9(1)]
#     cis-controls: ["11.5"]
#     soc2: [A1.3]
#     iso-27001: [A.5.30, A.8.13]
#   remediation: Run the restore test as often as recovery.drills.everyDays says, or correct the plan.
package planproof.rules.recovery["restores-tested-as-planned"]

import data.planproof.lib.finding

violation contains finding.at(test, ["intervalHours"], message) if {
	some test in _running
	some plan in input.subjects.plan
	is_number(plan.facts.drillEveryDays)
	is_number(test.facts.intervalHours)
	test.facts.intervalHours > plan.facts.drillEveryDays * 24
	message := sprintf("%s restores every %v days; the plan asks for a drill every %v days.", [
		test.name,
		round(test.facts.intervalHours / 24),
		plan.facts.drillEveryDays,
	])
}

violation contains finding.at(test, ["active"], message) if {
	some test in input.subjects["restore-test"]
	test.facts.active == false
	message := sprintf("Restore test %s is switched off.", [test.name])
}

undecided contains finding.undecided(test, ["intervalHours"]) if some test in _running

_running := [test |
	some test in input.subjects["restore-test"]
	not test.facts.active == false
]
