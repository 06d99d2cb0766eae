# METADATA
# title: Panels ask for what they show
# description: >-
#   A panel without a query shows nothing, and whoever looks at it in an incident cannot tell that from nothing
#   happening.
# custom:
#   severity: warning
#   applies_to: [panel]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Give the panel a query, or remove it.
package planproof.rules.observability["panels-queried"]

import data.planproof.lib.finding

violation contains finding.at(panel, ["queries"], message) if {
	some panel in input.subjects.panel
	panel.facts.showsData
	panel.facts.queries == 0
	message := sprintf("%s has no query.", [_called(panel)])
}

undecided contains finding.undecided(panel, ["queries"]) if {
	some panel in input.subjects.panel
	panel.facts.showsData
}

_called(panel) := sprintf("Panel %s", [panel.name]) if panel.name != ""

_called(panel) := sprintf("A panel of type %s", [panel.facts.type]) if panel.name == ""
