# METADATA
# title: Links between documents lead somewhere
# description: >-
#   A link that leads nowhere stops whoever follows a procedure. Links to files and headings of the same
#   repository can be held against what is there.
# custom:
#   severity: warning
#   applies_to: [document]
#   criteria: [devops-practices]
#   controls:
#     iso-27001: [A.5.37]
#   remediation: Correct the link, or write what it points to.
package planproof.rules.documentation["links-resolve"]

import data.planproof.lib.finding

violation contains finding.at(document, ["links", i, "target"], message) if {
	some document in input.subjects.document
	some i, link in document.facts.links
	link.resolves == false
	message := sprintf("The link to %v in %s leads nowhere.", [link.target, document.facts.path])
}
