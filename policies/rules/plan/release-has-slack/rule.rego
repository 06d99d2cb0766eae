# METADATA
# title: The critical path leaves slack before the release
# description: >-
#   A chain of work that ends on the very day of the release moves it with its first delay. Judged where the plan states
#   workingDays or effortDays.
# custom:
#   severity: note
#   applies_to: [plan]
#   uses: [plan-milestone]
#   criteria: [timeline-resources]
#   controls:
#     nist-800-53: [SA-3]
#     iso-27001: [A.5.8]
#   statements:
#     - timeline.release
#   remediation: Leave some working days between the last piece of work and the release.
package planproof.rules.plan["release-has-slack"]

import data.planproof.lib.finding

violation contains finding.at(plan, ["timeline", "critical", "ready"], message) if {
	some plan in input.subjects.plan
	critical := plan.facts.timeline.critical
	critical.slackDays == 0
	_before(plan, critical)
	message := sprintf(
		"No working day is left between %s, when milestone %s is ready at the earliest, and the release on %s: %s.",
		[critical.ready, critical.milestone, plan.facts.timeline.release, critical.chain],
	)
}

examined contains finding.examined(plan) if {
	some plan in input.subjects.plan
	plan.facts.timeline.critical != null
}

# The release is the last milestone's own date where its work is the release.
_before(plan, critical) if {
	every milestone in input.subjects["plan-milestone"] {
		not _is_release(milestone, plan, critical)
	}
}

_is_release(milestone, plan, critical) if {
	milestone.name == critical.milestone
	milestone.facts.due == plan.facts.timeline.release
}
