# METADATA
# title: Panels say in which unit their numbers are
# description: >-
#   Numbers without a unit are read wrongly when it matters: half a second as half a millisecond, bytes as
#   megabytes. With a unit, Grafana also scales them to what people can read.
# custom:
#   severity: note
#   applies_to: [panel]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Set the unit of the panel's fields.
package planproof.rules.observability["panels-with-units"]

import data.planproof.lib.finding

violation contains finding.at(panel, ["unitless"], message) if {
	some panel in input.subjects.panel
	panel.facts.unitless == true
	message := sprintf("%s shows numbers without a unit.", [_called(panel)])
}

undecided contains finding.undecided(panel, ["unitless"]) if some panel in input.subjects.panel

_called(panel) := sprintf("Panel %s", [panel.name]) if panel.name != ""

_called(panel) := sprintf("A panel of type %s", [panel.facts.type]) if panel.name == ""
