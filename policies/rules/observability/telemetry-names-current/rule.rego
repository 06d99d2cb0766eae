# METADATA
# title: Collectors use components that the next version has
# description: >-
#   A collector of a version that has no such component any more does not start: an update that should be small
#   leaves a gap in everything that is collected.
# custom:
#   severity: note
#   applies_to: [telemetry-collector]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SA-22]
#     iso-27001: [A.8.9]
#   remediation: Use what does its work now.
package planproof.rules.observability["telemetry-names-current"]

import data.planproof.lib.finding

violation contains finding.at(collector, ["deprecatedNames", i, "name"], message) if {
	some collector in input.subjects["telemetry-collector"]
	some i, old in collector.facts.deprecatedNames
	message := sprintf("The %s of %s is going away%s.", [old.name, collector.name, _instead(old)])
}

_instead(old) := sprintf(": %s does its work now", [old.instead]) if is_string(old.instead)

_instead(old) := "" if old.instead == null
