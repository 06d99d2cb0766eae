# METADATA
# title: The release is on a day on which production is deployed to
# description: >-
#   A release date outside the windows that the plan itself sets is moved at the last moment, or goes ahead when nobody
#   is there to help. Judged where windows of a production environment name days.
# custom:
#   severity: error
#   applies_to: [plan, plan-environment]
#   uses: [plan, plan-environment]
#   criteria: [timeline-resources]
#   controls:
#     nist-800-53: [CM-3]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   statements:
#     - timeline.release
#     - delivery.environments.<name>.windows[]
#   remediation: Move the release, or change the window under delivery.environments.
package planproof.rules.plan["release-in-window"]

import data.planproof.lib.finding

violation contains finding.about(plan, ["timeline", "release"], message, [stated]) if {
	some plan in input.subjects.plan
	some environment in _judged
	weekday := plan.facts.timeline.releaseWeekday
	is_string(weekday)
	every window in environment.facts.windows {
		not weekday in window.days
	}
	days := [day | some window in environment.facts.windows; some day in window.days]
	message := sprintf(
		"The release on %s (%s) is on no day of the windows of %s: %s.",
		[plan.facts.timeline.release, weekday, environment.name, concat(", ", days)],
	)
	stated := finding.place(environment, ["windows", 0, "days"], "The window.")
}

examined contains finding.examined(environment) if {
	some environment in _judged
	some plan in input.subjects.plan
	is_string(plan.facts.timeline.release)
}

# A window without days is open every day.
_judged := [environment |
	some environment in input.subjects["plan-environment"]
	environment.facts.production
	count(environment.facts.windows) > 0
	every window in environment.facts.windows {
		count(window.days) > 0
	}
]
