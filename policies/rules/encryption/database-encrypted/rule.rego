# METADATA
# title: Databases are encrypted at rest
# description: >-
#   Whoever gets hold of a disk, a snapshot or a misdirected copy reads what is not encrypted.
#   Encryption at rest turns that into a question of who may use the key. Most databases cannot be encrypted afterwards.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html
#     description: Encrypting Amazon RDS resources
# custom:
#   severity: error
#   applies_to: [database]
#   criteria: [security-compliance]
#   required: true
#   required_for: [database]
#   controls:
#     nist-800-53: [SC-28(1), SC-13]
#     iso-27001: [A.8.24]
#     cis-controls: ["3.11"]
#   statements:
#     - security.encryption.atRest
#   remediation: Turn on storage encryption; an existing database must be restored from an encrypted snapshot.
package planproof.rules.encryption["database-encrypted"]

import data.planproof.lib.finding

violation contains finding.at(database, ["encrypted"], message) if {
	some database in input.subjects.database
	database.facts.encrypted == false
	message := sprintf("Database %s is not encrypted at rest.", [database.name])
}

undecided contains finding.undecided(database, ["encrypted"]) if {
	some database in input.subjects.database
}
