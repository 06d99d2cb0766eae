# METADATA
# title: Rates of panels follow the time that is shown
# description: >-
#   A rate over five minutes leaves out most of what happened when a day is shown, and one over `$__interval` may
#   hold a single sample and show nothing. `$__rate_interval` is as long as the distance of two points, and never
#   shorter than four samples.
# custom:
#   severity: note
#   applies_to: [panel]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Write `$__rate_interval` for the range.
package planproof.rules.observability["panel-rates-follow-time"]

import data.planproof.lib.finding

violation contains finding.at(panel, ["fixedRates", i], message) if {
	some panel in input.subjects.panel
	some i, _ in panel.facts.fixedRates
	message := sprintf("Panel %s takes a rate over a time that does not follow what is shown.", [panel.name])
}
