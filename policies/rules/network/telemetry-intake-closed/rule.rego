# METADATA
# title: Collectors do not take telemetry from everyone
# description: >-
#   Who can send to a collector can fill its memory and its backend, and write logs that never happened. One
#   that listens on every interface without TLS or authentication takes it from every neighbor.
# related_resources:
#   - ref: https://opentelemetry.io/docs/security/config-best-practices/
#     description: Security of the Collector
# custom:
#   severity: warning
#   applies_to: [telemetry-collector]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, CM-7]
#     iso-27001: [A.8.20]
#   remediation: Listen on the interface that is needed, such as ${env:MY_POD_IP}, or ask for certificates or tokens.
package planproof.rules.network["telemetry-intake-closed"]

import data.planproof.lib.finding

violation contains finding.at(collector, ["listeners", i, "everyInterface"], message) if {
	some collector in input.subjects["telemetry-collector"]
	some i, listener in collector.facts.listeners
	_open(listener)
	listener.everyInterface == true
	message := sprintf("%s of %s takes telemetry on every interface, from everyone.", [listener.name, collector.name])
}

undecided contains finding.undecided(collector, ["listeners", i, "everyInterface"]) if {
	some collector in input.subjects["telemetry-collector"]
	some i, listener in collector.facts.listeners
	_open(listener)
}

examined contains finding.examined(collector) if {
	some collector in input.subjects["telemetry-collector"]
	some listener in collector.facts.listeners
	listener.purpose == "intake"
}

_open(listener) if {
	listener.purpose == "intake"
	listener.authenticated == false
}
