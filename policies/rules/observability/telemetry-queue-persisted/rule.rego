# METADATA
# title: Telemetry that waits to be sent survives a restart in production
# description: >-
#   A queue in memory is lost when the collector or shipper restarts, which happens on every update and every
#   time it runs out of memory. On a disk it is sent afterwards.
# custom:
#   severity: note
#   applies_to: [telemetry-pipeline]
#   uses: [plan-environment]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [AU-4, AU-5]
#     iso-27001: [A.8.15]
#   remediation: Keep the queue on a disk, with file_storage or the shipper's buffers on its file system.
package planproof.rules.observability["telemetry-queue-persisted"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["sinks", i, "persisted"], message) if {
	some pipeline in _live
	some i, sink in pipeline.facts.sinks
	sink.persisted == false
	message := sprintf("What waits for %s of %s is lost when it restarts.", [sink.name, pipeline.name])
}

undecided contains finding.undecided(pipeline, ["sinks", i, "persisted"]) if {
	some pipeline in _live
	some i in numbers.range(0, count(pipeline.facts.sinks) - 1)
}

examined contains finding.examined(pipeline) if {
	some pipeline in _live
	some sink in pipeline.facts.sinks
	sink.persisted != null
}

_live := [pipeline | some pipeline in input.subjects["telemetry-pipeline"]; _in_production(pipeline.environment)]

_in_production("production")

_in_production(name) if {
	some environment in input.subjects["plan-environment"]
	environment.name == name
	environment.facts.production == true
}
