# METADATA
# title: Data of production is not deleted with what holds it
# description: >-
#   The cloud refuses to delete a bucket, a dataset or a vault that still holds something. A setting of Terraform empties
#   it first, so that one wrong plan, or one change that replaces it, deletes the data of production.
# custom:
#   severity: note
#   applies_to: [data-removal]
#   criteria: [rollback]
#   controls:
#     nist-800-53: [CP-9, CM-5]
#     soc2: [A1.2]
#     iso-27001: [A.8.13]
#   remediation: Leave the setting off in production, and empty what is to be deleted in a step of its own.
package planproof.rules.recovery["data-not-deleted-with-holder"]

import data.planproof.lib.finding

violation contains finding.at(holder, ["withContents"], message) if {
	some holder in _asked
	holder.facts.production == true
	holder.facts.withContents == true
	message := sprintf("Deleting %s deletes all that it holds.", [holder.name])
}

undecided contains finding.undecided(holder, [fact]) if {
	some holder in _asked
	not holder.facts.withContents == false
	some fact in ["production", "withContents"]
}

examined contains finding.examined(holder) if some holder in _asked

_asked := [holder |
	some holder in input.subjects["data-removal"]
	not holder.facts.production == false
]
