# METADATA
# title: Notifications are sent encrypted
# description: >-
#   Alerts name hosts, services and what is wrong with them. Sent without TLS, or to whoever answers, others
#   read them, or swallow them.
# custom:
#   severity: warning
#   applies_to: [alert-router]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8]
#     iso-27001: [A.8.24]
#   remediation: Use https, verify certificates, and require TLS for mail.
package planproof.rules.observability["notifications-encrypted"]

import data.planproof.lib.finding

violation contains finding.at(router, ["receivers", i, "openChannels", j], message) if {
	some router in input.subjects["alert-router"]
	some i, receiver in router.facts.receivers
	some j, channel in receiver.openChannels
	message := sprintf("Receiver %v uses %s.", [receiver.name, channel])
}

examined contains finding.examined(router) if {
	some router in input.subjects["alert-router"]
	some receiver in router.facts.receivers
	receiver.notifies == true
}
