# METADATA
# title: An organization records what is done in its accounts
# description: >-
#   Without a trail of the organization each account must have its own, and whoever takes one over can turn it
#   off. An organization that does not let the service in has no such trail; whether its accounts have their own
#   is for others to show.
# custom:
#   severity: warning
#   applies_to: [organization]
#   uses: [audit-trail]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AU-2, AU-12, AC-6(9)]
#     cis-controls: ["8.2", "8.5"]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15]
#     pci-dss: ["10.2.1"]
#   remediation: Make a trail of the organization, and trust cloudtrail.amazonaws.com in it.
package planproof.rules.observability["organization-audited"]

import data.planproof.lib.finding

violation contains finding.at(organization, ["trailAllowed"], message) if {
	some organization in _without_trail
	organization.facts.trailAllowed == false
	message := sprintf("%s keeps CloudTrail out, and no audit trail is among the files.", [organization.name])
}

undecided contains finding.undecided_because(organization, [], "no audit trail is among the files") if {
	some organization in _without_trail
	not organization.facts.trailAllowed == false
}

_without_trail := [organization |
	some organization in input.subjects.organization
	count(input.subjects["audit-trail"]) == 0
]
