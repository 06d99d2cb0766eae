# METADATA
# title: Receivers are told by the planned channel
# description: >-
#   A pager wakes someone, a chat waits to be read. Where the plan counts on one and the receiver has only the other, what
#   the plan says of how soon someone reacts does not hold. A webhook may lead to any of them.
# custom:
#   severity: warning
#   applies_to: [plan]
#   uses: [alert-router]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [IR-6, "SI-4(5)"]
#     soc2: [CC7.3]
#     iso-27001: [A.5.25]
#   statements:
#     - observability.notifications[].channel
#   remediation: Give the receiver the planned channel, or correct the channel in the plan under observability.notifications.
package planproof.rules.observability["channels-as-planned"]

import data.planproof.lib.finding

violation contains finding.about(plan, ["notifications", i, "channel"], message, [place]) if {
	some [plan, i, notification] in _stated
	found := _receivers(notification)
	count(found) > 0
	every one in found { not _may(one[2], notification.channel) }
	[router, j, receiver] := found[0]
	message := sprintf("Receiver %s is planned to be told by %s, and is told by %s.", [notification.receiver, notification.channel, concat(", ", receiver.channels)])
	place := finding.place(router, ["receivers", j, "name"], "The receiver is here.")
}

undecided contains finding.undecided_because(plan, ["notifications", i, "channel"], reason) if {
	some [plan, i, notification] in _stated
	notification.channel != "webhook"
	found := [receiver | some [_, _, receiver] in _receivers(notification)]
	count(found) > 0
	every receiver in found { not notification.channel in receiver.channels }
	some receiver in found
	some channel in receiver.channels
	not channel in {"pager", "chat", "mail", "ticket"}
	reason := sprintf("what receiver %s tells by %s may lead anywhere", [notification.receiver, channel])
}

examined contains finding.examined(plan) if {
	some [plan, _, notification] in _stated
	count(_receivers(notification)) > 0
}

_stated := [[plan, i, notification] |
	some plan in input.subjects.plan
	some i, notification in plan.facts.notifications
	is_string(notification.channel)
]

_receivers(notification) := [[router, j, receiver] |
	some router in input.subjects["alert-router"]
	some j, receiver in router.facts.receivers
	receiver.name == notification.receiver
	count(receiver.channels) > 0
]

# What is no channel of its own, a webhook or a topic, may lead to any.
_may(receiver, channel) if channel in receiver.channels

_may(receiver, _) if {
	some other in receiver.channels
	not other in {"pager", "chat", "mail", "ticket"}
}
