# METADATA
# title: Filters and outputs of log shippers get something
# description: >-
#   A filter or output whose pattern matches no tag that there is never gets a record: what it should hide is
#   not hidden, what it should keep is not kept, and nothing says so.
# custom:
#   severity: warning
#   applies_to: [telemetry-pipeline]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [AU-2, AU-12]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15]
#   remediation: Make the pattern match the tag of an input, put it before the one that takes all, or remove it.
package planproof.rules.observability["telemetry-routes-reached"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["unreachable", i], message) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	some i, name in pipeline.facts.unreachable
	is_string(name)
	message := sprintf("Nothing ever comes to the %s of %s.", [name, pipeline.name])
}

undecided contains finding.undecided(pipeline, ["unreachable", i]) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	some i, name in pipeline.facts.unreachable
	not is_string(name)
}

examined contains finding.examined(pipeline) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	pipeline.facts.system in {"fluent-bit", "fluentd", "promtail"}
}
