# METADATA
# title: The documents that the plan names exist
# description: >-
#   The plan refers to procedures, runbooks and guides for the moments when people have no time to search. A
#   document that is not there is found missing at the worst time.
# custom:
#   severity: error
#   applies_to: [plan-document]
#   criteria: [devops-practices, timeline-resources]
#   required: true
#   controls:
#     nist-800-53: [CM-9, CP-2]
#     soc2: [CC8.1]
#     iso-27001: [A.5.37]
#   statements:
#     - documents
#     - delivery.environments.<name>.rollback.procedure
#     - delivery.environments.<name>.verification.document
#     - recovery.backups[].restore
#     - recovery.procedure
#     - recovery.incidentResponse.procedure
#     - observability.dashboards
#   shown_by: [exists]
#   remediation: Write the document, or correct its path in the plan.
package planproof.rules.documentation["planned-documents-exist"]

import data.planproof.lib.finding

violation contains finding.at(document, ["path"], message) if {
	some document in input.subjects["plan-document"]
	document.facts.exists == false
	message := sprintf("The plan names %s as %s, and it does not exist.", [document.name, document.facts.role])
}

undecided contains finding.undecided(document, ["exists"]) if {
	some document in input.subjects["plan-document"]
}
