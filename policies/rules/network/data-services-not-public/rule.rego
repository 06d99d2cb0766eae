# METADATA
# title: Brokers and data services have no public address
# description: >-
#   Message brokers, clusters and replication instances hold the credentials of what they connect. With an address on the
#   internet only a password or a firewall stands between anybody and the data that passes; a notebook with a way out of
#   its own can send that data anywhere.
# related_resources:
#   - ref: https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html
#     description: Security best practices for Amazon MQ
#   - ref: https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReplicationInstance.html
#     description: Replication instances of AWS DMS
#   - ref: https://cloud.google.com/dataproc/docs/concepts/configuring-clusters/network
#     description: Networks of Dataproc clusters
# custom:
#   severity: error
#   applies_to: [queue, data-service]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, AC-3]
#     iso-27001: [A.8.20, A.8.22]
#     cis-controls: ["4.4"]
#   remediation: Keep it in private subnets, without a public address or a way out of its own.
package planproof.rules.network["data-services-not-public"]

import data.planproof.lib.finding

violation contains finding.at(subject, ["public"], message) if {
	some subject in _subjects
	subject.facts.public == true
	message := sprintf("%s is joined to the internet.", [subject.name])
}

undecided contains finding.undecided(subject, ["public"]) if {
	some subject in _subjects
}

examined contains finding.examined(subject) if {
	some subject in _subjects
	subject.facts.public != null
}

_subjects contains subject if some subject in input.subjects.queue

_subjects contains subject if some subject in input.subjects["data-service"]
