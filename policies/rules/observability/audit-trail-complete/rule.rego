# METADATA
# title: Audit trails record every region
# description: >-
#   Who takes over an account works where nobody looks. A trail that records one region only does not see machines and
#   keys that are made in another.
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
#   remediation: Have the trail record all regions.
package planproof.rules.observability["audit-trail-complete"]

import data.planproof.lib.finding

violation contains finding.at(trail, ["everyRegion"], message) if {
	some trail in input.subjects["audit-trail"]
	trail.facts.everyRegion == false
	message := sprintf("Audit trail %s records its own region only.", [trail.name])
}

undecided contains finding.undecided(trail, ["everyRegion"]) if some trail in input.subjects["audit-trail"]

examined contains finding.examined(trail) if {
	some trail in input.subjects["audit-trail"]
	trail.facts.everyRegion != null
}
