# METADATA
# title: Procedures have no placeholder text
# description: >-
#   Placeholder text in a runbook or procedure means that the part which matters was never written. Nobody
#   notices until the step is needed.
# custom:
#   severity: warning
#   applies_to: [plan-document]
#   uses: [document]
#   criteria: [rollback, timeline-resources]
#   controls:
#     iso-27001: [A.5.37]
#   statements:
#     - documents
#     - delivery.environments.<name>.rollback.procedure
#     - delivery.environments.<name>.verification.document
#     - recovery.backups[].restore
#     - recovery.procedure
#     - recovery.incidentResponse.procedure
#   remediation: Write the missing text.
package planproof.rules.documentation["no-placeholders"]

import data.planproof.lib.finding

violation contains finding.at(document, ["placeholders", i, "text"], message) if {
	some document in input.subjects.document
	document.facts.path in _planned
	some i, placeholder in document.facts.placeholders
	message := sprintf("%s, which the plan names, still has the placeholder %q.", [document.facts.path, placeholder.text])
}

_planned contains split(planned.facts.path, "#")[0] if some planned in input.subjects["plan-document"]
