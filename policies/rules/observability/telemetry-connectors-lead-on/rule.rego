# METADATA
# title: Connectors of collectors lead on, and not in a ring
# description: >-
#   A connector hands what one pipeline has to another one. A collector refuses to start when one is only
#   written to or only read, or when pipelines hand on to each other in a ring.
# related_resources:
#   - ref: https://opentelemetry.io/docs/collector/building/connector/
#     description: Connectors
# custom:
#   severity: error
#   applies_to: [telemetry-collector]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [AU-2, SI-4]
#     iso-27001: [A.8.15, A.8.16]
#   remediation: Use each connector as an exporter of one pipeline and a receiver of another one, and break the ring.
package planproof.rules.observability["telemetry-connectors-lead-on"]

import data.planproof.lib.finding

violation contains finding.at(collector, ["cycles", i], message) if {
	some collector in input.subjects["telemetry-collector"]
	some i, chain in collector.facts.cycles
	message := sprintf("Pipelines of %s hand on in a ring: %s.", [collector.name, chain])
}

violation contains finding.at(collector, ["looseConnectors", i], message) if {
	some collector in input.subjects["telemetry-collector"]
	some i, name in collector.facts.looseConnectors
	is_string(name)
	message := sprintf("The connector %s of %s is not both written to and read.", [name, collector.name])
}

undecided contains finding.undecided(collector, ["looseConnectors", i]) if {
	some collector in input.subjects["telemetry-collector"]
	some i in numbers.range(0, count(collector.facts.looseConnectors) - 1)
}

examined contains finding.examined(collector) if {
	some collector in input.subjects["telemetry-collector"]
	collector.facts.system == "opentelemetry-collector"
}
