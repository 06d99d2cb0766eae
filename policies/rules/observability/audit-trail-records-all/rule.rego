# METADATA
# title: Audit trails leave nothing out
# description: >-
#   A trail that records only changes does not show who read the data, and one that leaves somebody out does not show what
#   that account was used for: both are what one asks a trail after a break-in. Projects of Google Cloud record access to
#   data only where they are told to.
# related_resources:
#   - ref: https://cloud.google.com/logging/docs/audit/configure-data-access
#     description: Data Access audit logs of Google Cloud
#   - ref: https://learn.microsoft.com/en-us/azure/azure-monitor/platform/activity-log
#     description: Activity log of Azure Monitor
# custom:
#   severity: warning
#   applies_to: [audit-trail]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AU-2, AU-12]
#     cis-controls: ["8.5"]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15]
#     pci-dss: ["10.2.1"]
#   remediation: Record every sort of access, for everyone.
package planproof.rules.observability["audit-trail-records-all"]

import data.planproof.lib.finding

violation contains finding.at(trail, ["everyAction"], message) if {
	some trail in input.subjects["audit-trail"]
	trail.facts.everyAction == false
	message := sprintf("Audit trail %s leaves sorts of access or change out.", [trail.name])
}

violation contains finding.at(trail, ["exempted"], message) if {
	some trail in input.subjects["audit-trail"]
	count(trail.facts.exempted) > 0
	message := sprintf("Audit trail %s does not record %s.", [trail.name, concat(", ", trail.facts.exempted)])
}

undecided contains finding.undecided(trail, [fact]) if {
	some trail in input.subjects["audit-trail"]
	some fact in ["everyAction", "exempted"]
}
