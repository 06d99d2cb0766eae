# METADATA
# title: Audit trails record every region
# description: >-
#   Who takes over an account works where nobody looks. A trail that is off, or records one region only, does not see it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html
#     description: Security best practices in AWS CloudTrail
# custom:
#   severity: warning
#   applies_to: [audit-trail]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AU-2, AU-12]
#     cis-controls: ["8.2"]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15]
#     pci-dss: ["10.2.1"]
#   remediation: Turn on logging, and for all regions.
package planproof.rules.observability["audit-trail-complete"]

import data.planproof.lib.finding

_says := {
	"logging": "does not log",
	"everyRegion": "records its own region only",
}

violation contains finding.at(trail, [fact], message) if {
	some trail in input.subjects["audit-trail"]
	some fact, words in _says
	trail.facts[fact] == false
	message := sprintf("Audit trail %s %s.", [trail.name, words])
}

undecided contains finding.undecided(trail, [fact]) if {
	some trail in input.subjects["audit-trail"]
	some fact in object.keys(_says)
}
