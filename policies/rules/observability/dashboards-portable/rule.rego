# METADATA
# title: Dashboards choose their data source by a variable
# description: >-
#   A dashboard that names the data source of one installation is empty in every other one: the restored, the
#   new region, the one of the team next door.
# custom:
#   severity: warning
#   applies_to: [dashboard]
#   uses: [data-source]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Choose the data source by a variable of type datasource, or give it to the installation by a file with that uid.
package planproof.rules.observability["dashboards-portable"]

import data.planproof.lib.finding

violation contains finding.at(dashboard, ["fixedDataSources", i], message) if {
	some dashboard in _grafana
	some i, name in dashboard.facts.fixedDataSources
	not _provisioned(name)
	message := sprintf("Dashboard %s names the data source %s of one installation.", [dashboard.name, name])
}

examined contains finding.examined(dashboard) if some dashboard in _grafana

_provisioned(name) if {
	some source in input.subjects["data-source"]
	name in {source.name, source.facts.uid}
}

# Those of clouds have no such thing.
_grafana := [dashboard | some dashboard in input.subjects.dashboard; dashboard.facts.system == "grafana"]
