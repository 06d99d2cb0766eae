# METADATA
# title: Images of machines are searched for among named owners
# description: >-
#   Anybody can publish an image under any name. A search for the newest one of a name, among everybody's, finds
#   theirs on the day they publish it, and machines start from it.
# custom:
#   severity: error
#   applies_to: [image-search]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SR-3, CM-14]
#     cis-controls: ["2.1"]
#     soc2: [CC6.8]
#     iso-27001: [A.5.21, A.8.19]
#   remediation: Name the accounts of the owners, or an alias such as amazon.
package planproof.rules["supply-chain"]["image-owners-named"]

import data.planproof.lib.finding

violation contains finding.at(search, ["ownersNamed"], message) if {
	some search in input.subjects["image-search"]
	search.facts.ownersNamed == false
	message := sprintf("%s takes anybody's image of that name.", [search.name])
}

undecided contains finding.undecided(search, ["ownersNamed"]) if {
	some search in input.subjects["image-search"]
}
