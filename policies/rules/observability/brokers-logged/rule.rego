# METADATA
# title: What message brokers log is kept
# description: >-
#   When messages get lost, are refused, or go to somebody who should not have them, the logs of the brokers say
#   why and who. Managed brokers throw them away unless told where to.
# custom:
#   severity: warning
#   applies_to: [queue]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AU-2, AU-12]
#     cis-controls: ["8.2", "8.5"]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15]
#   remediation: Send the logs of the brokers to CloudWatch, Firehose or a bucket.
package planproof.rules.observability["brokers-logged"]

import data.planproof.lib.finding

violation contains finding.at(broker, ["logged"], message) if {
	some broker in input.subjects.queue
	broker.facts.logged == false
	message := sprintf("%s keeps nothing of what its brokers log.", [broker.name])
}

undecided contains finding.undecided(broker, ["logged"]) if {
	some broker in input.subjects.queue
}

examined contains finding.examined(broker) if {
	some broker in input.subjects.queue
	broker.facts.logged != null
}
