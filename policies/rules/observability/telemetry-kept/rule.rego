# METADATA
# title: Telemetry pipelines lead to something that keeps what arrives
# description: >-
#   A pipeline that only prints what it gets, or throws it away, leaves nothing to look at: no log of what
#   happened, no trace of what was slow. Debug exporters are for trying things out.
# custom:
#   severity: warning
#   applies_to: [telemetry-pipeline]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [AU-6, AU-11, SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15, A.8.16]
#   remediation: Add an exporter or output that sends to where telemetry is kept.
package planproof.rules.observability["telemetry-kept"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["kept"], message) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	pipeline.facts.kept == false
	pipeline.facts.drained != false
	some source in pipeline.facts.sources
	source.type != "nop"
	message := sprintf("Nothing keeps what %s collects: it goes to %s only.", [pipeline.name, _ends(pipeline)])
}

_ends(pipeline) := concat(", ", [name | some sink in pipeline.facts.sinks; name := sink.name; is_string(name)])

undecided contains finding.undecided(pipeline, ["kept"]) if some pipeline in input.subjects["telemetry-pipeline"]
