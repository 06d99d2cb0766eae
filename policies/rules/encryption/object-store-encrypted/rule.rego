# METADATA
# title: Object stores are encrypted at rest
# description: >-
#   Whoever gets hold of a disk, a snapshot or a misdirected copy reads what is not encrypted.
#   Encryption at rest turns that into a question of who may use the key.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html
#     description: Default encryption of S3 buckets
# custom:
#   severity: error
#   applies_to: [object-store]
#   criteria: [security-compliance]
#   required: true
#   controls:
#     nist-800-53: [SC-28(1), SC-13]
#     iso-27001: [A.8.24]
#     cis-controls: ["3.11"]
#   remediation: Turn on default encryption with a key that you manage.
package planproof.rules.encryption["object-store-encrypted"]

import data.planproof.lib.finding

violation contains finding.at(store, ["encrypted"], message) if {
	some store in input.subjects["object-store"]
	store.facts.encrypted == false
	message := sprintf("Object store %s is not encrypted at rest.", [store.name])
}

undecided contains finding.undecided(store, ["encrypted"]) if {
	some store in input.subjects["object-store"]
}
