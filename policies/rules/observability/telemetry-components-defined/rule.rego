# METADATA
# title: Collectors use components that are defined
# description: >-
#   A collector that uses a receiver, processor, exporter or extension which is not there does not start, or
#   keeps what it had: nobody sees what it should have collected.
# related_resources:
#   - ref: https://opentelemetry.io/docs/collector/configuration/
#     description: Configuration of the Collector
# custom:
#   severity: error
#   applies_to: [telemetry-collector]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [AU-2, SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15, A.8.16]
#   remediation: Define the component, list the extension under service.extensions, or use one that is there.
package planproof.rules.observability["telemetry-components-defined"]

import data.planproof.lib.finding

violation contains finding.at(collector, ["undefinedNames", i], message) if {
	some collector in input.subjects["telemetry-collector"]
	some i, name in collector.facts.undefinedNames
	is_string(name)
	message := sprintf("%s uses the %s.", [collector.name, name])
}

undecided contains finding.undecided(collector, ["undefinedNames", i]) if {
	some collector in input.subjects["telemetry-collector"]
	some i in numbers.range(0, count(collector.facts.undefinedNames) - 1)
}
