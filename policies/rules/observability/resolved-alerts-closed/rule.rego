# METADATA
# title: Pagers are told when an alert is over
# description: >-
#   What a page opens stays open when nobody says that the alert is over. Whoever is on call closes it by hand, and
#   while it is open, the next page of the same alert is taken for more of the old one, and calls nobody.
# custom:
#   severity: note
#   applies_to: [alert-router]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4(12), IR-6]
#     soc2: [CC7.3]
#     iso-27001: [A.8.16]
#   remediation: Leave send_resolved, or disableResolveMessage, as it is by default.
package planproof.rules.observability["resolved-alerts-closed"]

import data.planproof.lib.finding

violation contains finding.at(router, ["receivers", i, "leftOpen", j], message) if {
	some router in input.subjects["alert-router"]
	some i, receiver in router.facts.receivers
	some j, pager in receiver.leftOpen
	message := sprintf("Receiver %v does not tell %v when an alert is over: what it opened there stays open.", [_name(receiver), pager])
}

_name(receiver) := receiver.name if is_string(receiver.name)

_name(receiver) := "without a name" if not is_string(receiver.name)
