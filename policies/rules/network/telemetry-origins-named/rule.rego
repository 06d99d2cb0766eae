# METADATA
# title: Collectors name the web sites that may send to them
# description: >-
#   A receiver that allows every origin takes telemetry from the scripts of any web site that someone inside
#   visits, which can write what never happened or fill what is kept.
# custom:
#   severity: warning
#   applies_to: [telemetry-collector]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-4]
#     iso-27001: [A.8.20]
#   remediation: Name the origins whose pages send telemetry.
package planproof.rules.network["telemetry-origins-named"]

import data.planproof.lib.finding

violation contains finding.at(collector, ["listeners", i, "everyOrigin"], message) if {
	some collector in input.subjects["telemetry-collector"]
	some i, listener in collector.facts.listeners
	listener.everyOrigin == true
	message := sprintf("%s of %s takes telemetry from the pages of every web site.", [listener.name, collector.name])
}

examined contains finding.examined(collector) if {
	some collector in input.subjects["telemetry-collector"]
	some listener in collector.facts.listeners
	listener.purpose == "intake"
}
