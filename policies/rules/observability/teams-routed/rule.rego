# METADATA
# title: Alerts of a team reach that team
# description: >-
#   Where routes lead alerts to teams by a label, an alert whose team no route asks for, since it was renamed or
#   misspelled, goes where alerts of nobody go.
# custom:
#   severity: note
#   applies_to: [alert]
#   uses: [alert-router]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [IR-6, IR-7]
#     soc2: [CC7.3]
#     iso-27001: [A.8.16]
#   remediation: Correct the label, or write a route for the team.
package planproof.rules.observability["teams-routed"]

import data.planproof.lib.finding

violation contains finding.at(first, [], message) if {
	some [label, team], alerts in _by_team
	count(_unread) == 0
	not _asked(label, team)
	first := alerts[0]
	message := sprintf(
		"No route asks for %s %s, though routes ask for others: alerts such as %s go where those of nobody go.",
		[label, team, first.name],
	)
}

undecided contains finding.undecided(router, ["routes", i, "matchers"]) if {
	some [label, team], _ in _by_team
	not _asked(label, team)
	some [router, i] in _unread
}

examined contains finding.examined(alert) if {
	some alerts in _by_team
	some alert in alerts
}

_by_team[[label, team]] := alerts if {
	some label in _labels
	some team in {alert.facts.labels[label] | some alert in _routed}
	not regex.match(`\{\{|\$\{`, team)
	alerts := [alert | some alert in _routed; alert.facts.labels[label] == team]
}

_routed := [alert |
	some alert in input.subjects.alert
	alert.facts.routed == true
]

# Labels by which routes tell teams from each other.
_labels := {matcher.label |
	some matcher in _matchers
	matcher.label in {"team", "owner", "squad"}
	matcher.operator in {"=", "=~"}
}

_matchers := [matcher |
	some router in input.subjects["alert-router"]
	some route in router.facts.routes
	is_array(route.matchers)
	some matcher in route.matchers
]

_unread := [[router, i] |
	some router in input.subjects["alert-router"]
	some i, route in router.facts.routes
	not is_array(route.matchers)
]

_asked(label, team) if {
	some matcher in _matchers
	matcher.label == label
	not _refuses(matcher, team)
}

_refuses(matcher, team) if {
	matcher.operator == "="
	matcher.value != team
}

_refuses(matcher, team) if {
	matcher.operator == "!="
	matcher.value == team
}

_refuses(matcher, team) if {
	matcher.operator == "=~"
	regex.is_valid(_whole(matcher))
	not regex.match(_whole(matcher), team)
}

_refuses(matcher, team) if {
	matcher.operator == "!~"
	regex.is_valid(_whole(matcher))
	regex.match(_whole(matcher), team)
}

# Patterns match whole values.
_whole(matcher) := sprintf("^(?:%s)$", [matcher.value])
