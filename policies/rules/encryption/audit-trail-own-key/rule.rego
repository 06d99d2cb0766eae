# METADATA
# title: Audit trails are encrypted with a key of one's own
# description: >-
#   Storage encrypts the record with its provider's key, for whoever may read the storage. A key that the account keeps
#   asks each reader for a second right, and records who used it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html
#     description: Encrypting CloudTrail log files with AWS KMS keys
# custom:
#   severity: note
#   applies_to: [audit-trail]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AU-9, SC-28]
#     cis-controls: ["3.11"]
#     soc2: [CC6.1]
#     iso-27001: [A.8.24, A.8.15]
#   remediation: Name a key of the account's own for the trail.
package planproof.rules.encryption["audit-trail-own-key"]

import data.planproof.lib.finding

violation contains finding.at(trail, ["ownKey"], message) if {
	some trail in input.subjects["audit-trail"]
	trail.facts.ownKey == false
	message := sprintf("Audit trail %s is encrypted with the provider's key only.", [trail.name])
}

undecided contains finding.undecided(trail, ["ownKey"]) if some trail in input.subjects["audit-trail"]

examined contains finding.examined(trail) if {
	some trail in input.subjects["audit-trail"]
	trail.facts.ownKey != null
}
