# METADATA
# title: Dashboards have a title and a name of their own
# description: >-
#   Links, alerts and bookmarks name a dashboard by its uid. Without one, each installation gives it another, and
#   every link to it ends with the next one. A dashboard without a title is not found by people either.
# custom:
#   severity: warning
#   applies_to: [dashboard]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4]
#     soc2: [CC7.2]
#     iso-27001: [A.8.16]
#   remediation: Give the dashboard a title, and a uid that stays.
package planproof.rules.observability["dashboards-named"]

import data.planproof.lib.finding

violation contains finding.at(dashboard, ["title"], "A dashboard has no title.") if {
	some dashboard in input.subjects.dashboard
	trim_space(dashboard.facts.title) == ""
}

# What is made to be imported elsewhere gets its uid there.
violation contains finding.at(dashboard, ["uid"], message) if {
	some dashboard in input.subjects.dashboard
	dashboard.facts.system == "grafana"
	dashboard.facts.uid in {null, ""}
	dashboard.facts.inputs == []
	message := sprintf("Dashboard %s has no uid.", [dashboard.name])
}
