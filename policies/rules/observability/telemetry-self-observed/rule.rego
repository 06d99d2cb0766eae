# METADATA
# title: Collectors tell how they are doing themselves
# description: >-
#   Only the metrics of a collector tell that it drops what it gets, cannot send, or has a full queue. A log at
#   the level debug hides what matters, costs much, and may hold what passes through.
# custom:
#   severity: note
#   applies_to: [telemetry-collector]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4, AU-5]
#     iso-27001: [A.8.16]
#   remediation: Leave the metrics of the collector on, and set its log level to info.
package planproof.rules.observability["telemetry-self-observed"]

import data.planproof.lib.finding

violation contains finding.at(collector, ["tellsMetrics"], message) if {
	some collector in input.subjects["telemetry-collector"]
	collector.facts.tellsMetrics == false
	message := sprintf("%s tells no metrics of itself.", [collector.name])
}

violation contains finding.at(collector, ["logLevel"], message) if {
	some collector in input.subjects["telemetry-collector"]
	collector.facts.logLevel in {"debug", "trace"}
	message := sprintf("%s logs at the level %s.", [collector.name, collector.facts.logLevel])
}

undecided contains finding.undecided(collector, [fact]) if {
	some collector in input.subjects["telemetry-collector"]
	some fact in ["tellsMetrics", "logLevel"]
}
