# METADATA
# title: Collectors do not take telemetry from everyone
# description: >-
#   Who can send to a collector can fill its memory and its backend, and write logs that never happened. One
#   that listens on every interface of a machine without authentication takes it from every neighbor. In a pod or a
#   container with a network of its own, all interfaces are those that lead to it: there that is no finding.
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
	object.get(collector.facts, "contained", false) == false
	some i, listener in collector.facts.listeners
	_open(listener)
	listener.everyInterface == true
	message := sprintf("%s of %s takes telemetry on every interface, from everyone.", [listener.name, collector.name])
}

undecided contains finding.undecided(collector, ["listeners", i, "everyInterface"]) if {
	some collector in input.subjects["telemetry-collector"]
	not collector.facts.contained == true
	some i, listener in collector.facts.listeners
	_open(listener)
}

undecided contains finding.undecided(collector, ["contained"]) if {
	some collector in input.subjects["telemetry-collector"]
	some listener in collector.facts.listeners
	_open(listener)
	listener.everyInterface == true
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
