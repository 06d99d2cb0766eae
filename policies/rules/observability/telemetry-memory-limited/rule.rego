# METADATA
# title: Collectors refuse telemetry before they run out of memory
# description: >-
#   Without a limit a burst of telemetry ends the collector, and everything that waits in it is lost, just when
#   much happens. The limit must stand first: what stands before it has taken the memory already.
# related_resources:
#   - ref: https://github.com/open-telemetry/opentelemetry-collector/tree/main/processor/memorylimiterprocessor
#     description: The memory limiter
# custom:
#   severity: warning
#   applies_to: [telemetry-pipeline]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SC-5, AU-5]
#     iso-27001: [A.8.6]
#   remediation: Begin the processors of the pipeline with a memory_limiter that has a check_interval and a limit.
package planproof.rules.observability["telemetry-memory-limited"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["memoryLimited"], message) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	pipeline.facts.memoryLimited == false
	message := sprintf("Nothing limits the memory that %s takes.", [pipeline.name])
}

violation contains finding.at(pipeline, ["memoryLimitedFirst"], message) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	pipeline.facts.memoryLimited != false
	pipeline.facts.memoryLimitedFirst == false
	message := sprintf("The memory limit of %s stands behind other steps.", [pipeline.name])
}

undecided contains finding.undecided(pipeline, ["memoryLimited"]) if some pipeline in input.subjects["telemetry-pipeline"]

examined contains finding.examined(pipeline) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	pipeline.facts.memoryLimited != null
}
