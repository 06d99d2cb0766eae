# METADATA
# title: Collectors use what they define
# description: >-
#   A receiver, processor or exporter that is defined and that no pipeline uses does nothing, though whoever
#   reads the configuration takes it to be at work: a filter that does not filter, a backend that gets nothing.
# custom:
#   severity: note
#   applies_to: [telemetry-collector]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [CM-7]
#     iso-27001: [A.8.9]
#   remediation: Name the component in a pipeline or under service.extensions, or remove it.
package planproof.rules.observability["telemetry-components-used"]

import data.planproof.lib.finding

violation contains finding.at(collector, ["unusedNames", i], message) if {
	some collector in input.subjects["telemetry-collector"]
	some i, name in collector.facts.unusedNames
	is_string(name)
	message := sprintf("Nothing in %s uses the %s.", [collector.name, name])
}

undecided contains finding.undecided(collector, ["unusedNames", i]) if {
	some collector in input.subjects["telemetry-collector"]
	some i in numbers.range(0, count(collector.facts.unusedNames) - 1)
}
