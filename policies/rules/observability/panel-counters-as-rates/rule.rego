# METADATA
# title: Panels show how fast counters grow
# description: >-
#   A counter only grows, and begins at nothing when its process begins again. Shown as it is, a steady climb
#   hides what happens now, and a restart looks like the end of all trouble.
# custom:
#   severity: note
#   applies_to: [panel]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Take the rate or the increase of the counter.
package planproof.rules.observability["panel-counters-as-rates"]

import data.planproof.lib.finding

violation contains finding.at(panel, ["plainCounters", i], message) if {
	some panel in input.subjects.panel
	some i, counter in panel.facts.plainCounters
	message := sprintf("Panel %s shows the counter %s as it is.", [panel.name, counter])
}
