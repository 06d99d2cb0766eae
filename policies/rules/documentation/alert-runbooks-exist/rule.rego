# METADATA
# title: The runbooks that alerts name are there
# description: >-
#   Whoever is woken by an alert opens its runbook first. A path that leads nowhere, or to a heading that was
#   renamed, costs them the minutes that count most.
# custom:
#   severity: warning
#   applies_to: [alert]
#   criteria: [monitoring-alerting, rollback]
#   controls:
#     nist-800-53: [IR-4]
#     soc2: [CC7.4]
#     iso-27001: [A.5.26, A.5.37]
#   remediation: Correct the path or the heading in the alert's annotation, or write the runbook.
package planproof.rules.documentation["alert-runbooks-exist"]

import data.planproof.lib.finding

violation contains finding.at(alert, ["runbookExists"], message) if {
	some alert in _named
	alert.facts.runbookExists == false
	message := sprintf("Alert %s leads to the runbook %s, which is not there.", [alert.name, alert.facts.runbook])
}

undecided contains finding.undecided(alert, ["runbookExists"]) if some alert in _named

examined contains finding.examined(alert) if some alert in _named

_named := [alert |
	some alert in input.subjects.alert
	alert.facts.runbookExists != null
]
