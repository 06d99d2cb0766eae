# METADATA
# title: Queues, topics and streams are encrypted at rest
# description: >-
#   Messages wait on disks until somebody reads them, at times for days. SNS, Kinesis and Firehose encrypt them only when
#   told to; new queues of SQS are encrypted unless that is turned off.
# related_resources:
#   - ref: https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html
#     description: Encrypting data at rest in Amazon SNS
#   - ref: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html
#     description: Encryption at rest in Amazon SQS
#   - ref: https://docs.aws.amazon.com/streams/latest/dev/what-is-sse.html
#     description: Server-side encryption for Kinesis Data Streams
# custom:
#   severity: warning
#   applies_to: [queue]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-28(1), SC-13]
#     iso-27001: [A.8.24]
#     cis-controls: ["3.11"]
#   statements:
#     - security.encryption.atRest
#   remediation: Turn on server-side encryption.
package planproof.rules.encryption["queue-encrypted"]

import data.planproof.lib.finding

violation contains finding.at(queue, ["encrypted"], message) if {
	some queue in input.subjects.queue
	queue.facts.encrypted == false
	message := sprintf("Messages in %s are not encrypted at rest.", [queue.name])
}

undecided contains finding.undecided(queue, ["encrypted"]) if {
	some queue in input.subjects.queue
}

examined contains finding.examined(queue) if {
	some queue in input.subjects.queue
	queue.facts.encrypted != null
}
