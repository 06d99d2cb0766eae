# METADATA
# title: Connections to message brokers are encrypted
# description: >-
#   A broker that also accepts plaintext gets it from any client that was set up without thought. Kafka sends plaintext
#   among its own brokers too when it is told so.
# related_resources:
#   - ref: https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html
#     description: Amazon MSK encryption
# custom:
#   severity: error
#   applies_to: [queue]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8(1), SC-13]
#     iso-27001: [A.8.24]
#     cis-controls: ["3.10"]
#   statements:
#     - security.encryption.inTransit
#   remediation: Accept TLS only, among the brokers too.
package planproof.rules.encryption["queue-encrypted-in-transit"]

import data.planproof.lib.finding

violation contains finding.at(queue, ["encryptedInTransit"], message) if {
	some queue in input.subjects.queue
	queue.facts.encryptedInTransit == false
	message := sprintf("Not all connections of %s are encrypted.", [queue.name])
}

undecided contains finding.undecided(queue, ["encryptedInTransit"]) if {
	some queue in input.subjects.queue
}

examined contains finding.examined(queue) if {
	some queue in input.subjects.queue
	queue.facts.encryptedInTransit != null
}
