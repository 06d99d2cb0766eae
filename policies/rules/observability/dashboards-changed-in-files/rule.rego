# METADATA
# title: Dashboards are changed in files only
# description: >-
#   What is changed in the browser is in no file: nobody reviews it, the next installation does not have it, and
#   the next change of the file takes it away.
# custom:
#   severity: note
#   applies_to: [dashboard-provider]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [CM-3, CM-5]
#     soc2: [CC8.1]
#     iso-27001: [A.8.9, A.8.32]
#   remediation: Set allowUiUpdates to false.
package planproof.rules.observability["dashboards-changed-in-files"]

import data.planproof.lib.finding

violation contains finding.at(provider, ["changedInBrowser"], message) if {
	some provider in input.subjects["dashboard-provider"]
	provider.facts.changedInBrowser
	message := sprintf("Dashboards of %s can be changed in the browser.", [provider.name])
}
