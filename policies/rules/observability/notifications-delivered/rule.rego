# METADATA
# title: Notifications go to addresses that exist
# description: >-
#   What is sent to an address of `example.com`, or to the one that a contact point of Grafana is set to at first,
#   reaches nobody. It was meant to be replaced.
# custom:
#   severity: error
#   applies_to: [alert-router]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4(12), IR-6]
#     soc2: [CC7.3]
#     iso-27001: [A.8.16]
#   remediation: Replace the address by one that people read.
package planproof.rules.observability["notifications-delivered"]

import data.planproof.lib.finding

violation contains finding.at(router, ["receivers", i, "exampleAddresses", j], message) if {
	some router in input.subjects["alert-router"]
	some i, receiver in router.facts.receivers
	some j, address in receiver.exampleAddresses
	message := sprintf("Receiver %s writes to %s, which nobody reads.", [receiver.name, address])
}
