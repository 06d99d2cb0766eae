# METADATA
# title: Telemetry pipelines have a beginning and an end
# description: >-
#   A pipeline that nothing comes into, or that leads nowhere, collects nothing. It looks as if logs, metrics or
#   traces were collected, and they are missing when someone needs them.
# related_resources:
#   - ref: https://opentelemetry.io/docs/collector/configuration/
#     description: Configuration of the Collector
# custom:
#   severity: error
#   applies_to: [telemetry-pipeline]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [AU-2, AU-12]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15]
#   remediation: Give the pipeline a receiver and an exporter, a source and a sink, or remove it.
package planproof.rules.observability["telemetry-pipelines-complete"]

import data.planproof.lib.finding

_lack := {"fed": "Nothing comes into %s.", "drained": "%s leads nowhere."}

violation contains finding.at(pipeline, [fact], sprintf(message, [pipeline.name])) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	some fact, message in _lack
	pipeline.facts[fact] == false
}

undecided contains finding.undecided(pipeline, [fact]) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	some fact in ["fed", "drained"]
}
