# METADATA
# title: Diagnostics of collectors are open to their own machine only
# description: >-
#   Profiles and debug pages show what passes through, down to attributes of single requests, and can be made to
#   take all processors. They ask nobody who they are.
# custom:
#   severity: warning
#   applies_to: [telemetry-collector]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [CM-7, SC-7]
#     iso-27001: [A.8.20]
#   remediation: Bind pprof, zpages and the like to localhost, or switch them off.
package planproof.rules.network["telemetry-diagnostics-local"]

import data.planproof.lib.finding

violation contains finding.at(collector, ["listeners", i, "everyInterface"], message) if {
	some collector in input.subjects["telemetry-collector"]
	some i, listener in collector.facts.listeners
	listener.purpose == "diagnostics"
	listener.everyInterface == true
	message := sprintf("%s of %s shows diagnostics on every interface.", [listener.name, collector.name])
}

undecided contains finding.undecided(collector, ["listeners", i, "everyInterface"]) if {
	some collector in input.subjects["telemetry-collector"]
	some i, listener in collector.facts.listeners
	listener.purpose == "diagnostics"
}

examined contains finding.examined(collector) if {
	some collector in input.subjects["telemetry-collector"]
	some listener in collector.facts.listeners
	listener.purpose == "diagnostics"
}
