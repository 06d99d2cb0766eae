# METADATA
# title: Collectors can be asked whether they are well
# description: >-
#   A collector that hangs is not restarted, and one that is not ready is sent telemetry, when nothing can ask
#   it. What it should have collected is missing without a sign.
# custom:
#   severity: note
#   applies_to: [telemetry-collector]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-6, SI-4]
#     iso-27001: [A.8.16]
#   remediation: Define a health_check extension, list it under service.extensions, and probe it.
package planproof.rules.observability["telemetry-health-checked"]

import data.planproof.lib.finding

violation contains finding.at(collector, ["healthChecked"], message) if {
	some collector in input.subjects["telemetry-collector"]
	collector.facts.healthChecked == false
	message := sprintf("Nothing can ask %s whether it is well.", [collector.name])
}

undecided contains finding.undecided(collector, ["healthChecked"]) if some collector in input.subjects["telemetry-collector"]

examined contains finding.examined(collector) if {
	some collector in input.subjects["telemetry-collector"]
	collector.facts.healthChecked != null
}
