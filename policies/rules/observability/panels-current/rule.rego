# METADATA
# title: Panels are of kinds that Grafana still has
# description: >-
#   Grafana 12 no longer runs panels that were written in Angular. Those of its own it turns into their successors
#   when the dashboard is opened, with what they had in common; those of others show an error.
# custom:
#   severity: note
#   applies_to: [panel]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Replace the panel by its successor and save the dashboard with it.
package planproof.rules.observability["panels-current"]

import data.planproof.lib.finding

# https://grafana.com/docs/grafana/latest/developers/angular_deprecation/
_successors := {
	"graph": "timeseries",
	"singlestat": "stat",
	"table-old": "table",
	"grafana-piechart-panel": "piechart",
	"grafana-worldmap-panel": "geomap",
	"grafana-singlestat-panel": "stat",
	"natel-discrete-panel": "state-timeline",
	"flant-statusmap-panel": "status-history",
	"vonage-status-panel": "stat",
	"btplc-status-dot-panel": "stat",
	"jdbranham-diagram-panel": "canvas",
	"agenty-flowcharting-panel": "canvas",
	"michaeldmoore-multistat-panel": "bargauge",
}

violation contains finding.at(panel, ["type"], message) if {
	some panel in input.subjects.panel
	successor := _successors[panel.facts.type]
	message := sprintf("Panel %s is of the kind %s; its successor is %s.", [panel.name, panel.facts.type, successor])
}
