# METADATA
# title: Panels say what they show
# description: >-
#   In an incident people look at dashboards that they did not make. A panel without a title or a description
#   leaves them guessing what is normal and what is not.
# custom:
#   severity: note
#   applies_to: [dashboard, panel]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Give each panel a title, and a description of what it shows and what is normal.
package planproof.rules.observability["panels-explained"]

import data.planproof.lib.finding

violation contains finding.at(panel, ["title"], message) if {
	some panel in input.subjects.panel
	panel.facts.showsData
	trim_space(panel.facts.title) == ""
	is_number(panel.facts.queries)
	message := sprintf("A panel of type %s has no title.", [panel.facts.type])
}

violation contains finding.at(dashboard, ["undescribedPanels"], message) if {
	some dashboard in _grafana
	dashboard.facts.undescribedPanels > 0
	message := sprintf(
		"Dashboard %s has panels without a description: %d of %d.",
		[dashboard.name, dashboard.facts.undescribedPanels, dashboard.facts.panels],
	)
}

undecided contains finding.undecided(panel, ["queries"]) if {
	some panel in input.subjects.panel
	panel.facts.showsData
	trim_space(panel.facts.title) == ""
}

examined contains finding.examined(dashboard) if some dashboard in _grafana

examined contains finding.examined(panel) if some panel in input.subjects.panel

# Those of clouds have no such thing.
_grafana := [dashboard | some dashboard in input.subjects.dashboard; dashboard.facts.system == "grafana"]
