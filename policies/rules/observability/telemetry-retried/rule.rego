# METADATA
# title: Telemetry that cannot be sent is sent again
# description: >-
#   Where the queue or the repetition is switched off, each short outage of the other end is a gap in logs,
#   metrics and traces, and outages are what people look at them for.
# custom:
#   severity: warning
#   applies_to: [telemetry-pipeline]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [AU-5]
#     iso-27001: [A.8.15]
#   remediation: Switch the queue and the repetition of the exporter on.
package planproof.rules.observability["telemetry-retried"]

import data.planproof.lib.finding

_lack := {
	"retried": "%s of %s gives up what it cannot send at once.",
	"queued": "%s of %s has no queue for what it cannot send at once.",
}

violation contains finding.at(pipeline, ["sinks", i, fact], sprintf(message, [sink.name, pipeline.name])) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	some i, sink in pipeline.facts.sinks
	some fact, message in _lack
	sink[fact] == false
}

undecided contains finding.undecided(pipeline, ["sinks", i, fact]) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	some i in numbers.range(0, count(pipeline.facts.sinks) - 1)
	some fact in ["retried", "queued"]
}

examined contains finding.examined(pipeline) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	some sink in pipeline.facts.sinks
	sink.retried != null
}
