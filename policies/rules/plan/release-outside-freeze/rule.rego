# METADATA
# title: The release is not in a freeze, and not on a holiday
# description: >-
#   In a freeze and on holidays the people who would repair a failed release are away or bound elsewhere. A release date
#   inside will either be moved at the last moment or go ahead without them.
# custom:
#   severity: error
#   applies_to: [plan]
#   criteria: [timeline-resources]
#   required: true
#   controls:
#     nist-800-53: [CM-3]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   statements:
#     - timeline.release
#     - timeline.freezes[]
#   remediation: Move the release, or agree on an exception and change the freeze.
package planproof.rules.plan["release-outside-freeze"]

import data.planproof.lib.finding

violation contains finding.about(plan, ["timeline", "release"], message, [stated]) if {
	some plan in input.subjects.plan
	is_string(plan.facts.timeline.release)
	some i, freeze in plan.facts.timeline.freezes
	plan.facts.timeline.release >= freeze.from
	is_string(freeze.to)
	plan.facts.timeline.release <= freeze.to
	message := sprintf("The release on %s falls into the freeze from %s to %s.", [plan.facts.timeline.release, freeze.from, freeze.to])
	stated := finding.place(plan, ["timeline", "freezes", i, "from"], "The freeze.")
}

violation contains finding.about(plan, ["timeline", "release"], message, [stated]) if {
	some plan in input.subjects.plan
	some i, holiday in plan.facts.timeline.holidays
	holiday.on == plan.facts.timeline.release
	message := sprintf("The release on %s is on a holiday%s.", [holiday.on, _named(holiday.name)])
	stated := finding.place(plan, ["timeline", "holidays", i, "on"], "The holiday.")
}

_named(null) := ""

_named(name) := sprintf(": %s", [name]) if is_string(name)

examined contains {"kind": plan.kind, "id": plan.id} if {
	some plan in input.subjects.plan
	is_string(plan.facts.timeline.release)
}
