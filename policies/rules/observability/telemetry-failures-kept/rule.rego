# METADATA
# title: Log shippers keep what they cannot read
# description: >-
#   A line that does not parse is often the one that matters: a stack trace, a truncated message, an attack. A
#   step that drops what it fails on loses it without a sign.
# custom:
#   severity: note
#   applies_to: [telemetry-pipeline]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [AU-5, AU-12]
#     iso-27001: [A.8.15]
#   remediation: Send what fails a way of its own, with reroute_dropped in Vector or the label @ERROR in Fluentd.
package planproof.rules.observability["telemetry-failures-kept"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["dropsUnread", i], message) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	some i, name in pipeline.facts.dropsUnread
	message := sprintf("The step %s of %s drops what it fails on.", [name, pipeline.name])
}

examined contains finding.examined(pipeline) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	pipeline.facts.system in {"fluentd", "vector"}
}
