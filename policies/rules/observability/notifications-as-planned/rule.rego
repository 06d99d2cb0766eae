# METADATA
# title: Planned receivers exist and notify someone
# description: >-
#   The plan says who is told at which severity. A receiver that the alert routing does not have, that has nothing
#   configured, or that no alert of the severity reaches any more, tells nobody of it.
# custom:
#   severity: error
#   applies_to: [plan]
#   uses: [alert, alert-router, notification-channel]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [IR-6, SI-4(5)]
#     soc2: [CC7.3]
#     iso-27001: [A.5.25]
#   statements:
#     - observability.notifications[]
#   remediation: Add the receiver to the alert routing, lead the severity there, or correct the plan.
package planproof.rules.observability["notifications-as-planned"]

import data.planproof.lib.finding

_notifying contains channel.facts.title if {
	some channel in input.subjects["notification-channel"]
	is_string(channel.facts.title)
	channel.facts.notifies == true
}

_notifying contains name if some name in _receivers

# The receiver is there, and the routes lead none of the alerts that are meant for it.
violation contains finding.at(plan, ["notifications", i, "receiver"], message) if {
	some [plan, i, alerts] in _routed
	every alert in alerts { is_array(alert.facts.receivers) }
	message := sprintf(
		"No alert of severity %s, such as %s, reaches %s, as is planned.",
		[plan.facts.notifications[i].severity, alerts[0].name, plan.facts.notifications[i].receiver],
	)
}

undecided contains finding.undecided_because(plan, ["notifications", i, "receiver"], reason) if {
	some [plan, i, alerts] in _routed
	reason := [alert.facts.receivers.unknown | some alert in alerts][0]
}

violation contains finding.at(plan, ["notifications", i, "receiver"], message) if {
	some plan in input.subjects.plan
	_any
	some i, notification in plan.facts.notifications
	not notification.receiver in _notifying
	not _open[notification.receiver]
	message := sprintf("Alerts of severity %s are planned to reach %s, which no alert routing has with a notification.", [notification.severity, notification.receiver])
}

undecided contains finding.undecided_because(plan, ["notifications", i, "receiver"], "no alert routing is among the files") if {
	some plan in input.subjects.plan
	not _any
	some i, _ in plan.facts.notifications
}

undecided contains finding.undecided_because(plan, ["notifications", i, "receiver"], reason) if {
	some plan in input.subjects.plan
	some i, notification in plan.facts.notifications
	not notification.receiver in _notifying
	some reason in _open[notification.receiver]
}

_any if some _ in input.subjects["alert-router"]

_any if some _ in input.subjects["notification-channel"]

# Whom nobody in the files is subscribed to, people may be subscribed to by hand.
_open[channel.facts.title] contains channel.facts.notifies.unknown if {
	some channel in input.subjects["notification-channel"]
	is_string(channel.facts.title)
}

# Planned receivers of a router with the alerts of their severity, where none of these is known to reach them.
_routed := [[plan, i, alerts] |
	some plan in input.subjects.plan
	some i, notification in plan.facts.notifications
	notification.receiver in _receivers
	alerts := [alert |
		some alert in input.subjects.alert
		alert.facts.routed == true
		alert.facts.acts != true
		is_string(alert.facts.severity)
		lower(alert.facts.severity) == lower(notification.severity)
	]
	count(alerts) > 0
	every alert in alerts { not _reaches(alert, notification.receiver) }
]

_receivers contains receiver.name if {
	some router in input.subjects["alert-router"]
	some receiver in router.facts.receivers
	receiver.notifies == true
}

_reaches(alert, receiver) if {
	is_array(alert.facts.receivers)
	receiver in alert.facts.receivers
}
