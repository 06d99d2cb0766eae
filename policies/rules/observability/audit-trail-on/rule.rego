# METADATA
# title: Audit trails record
# description: >-
#   A trail that is made and then turned off looks like a record in every list, and holds nothing of the day that
#   somebody asks about.
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
#   remediation: Turn on logging.
package planproof.rules.observability["audit-trail-on"]

import data.planproof.lib.finding

violation contains finding.at(trail, ["logging"], message) if {
	some trail in input.subjects["audit-trail"]
	trail.facts.logging == false
	message := sprintf("Audit trail %s does not log.", [trail.name])
}

undecided contains finding.undecided(trail, ["logging"]) if some trail in input.subjects["audit-trail"]
