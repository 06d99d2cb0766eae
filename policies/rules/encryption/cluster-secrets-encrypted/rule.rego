# METADATA
# title: Secrets of clusters are encrypted where the cluster stores them
# description: >-
#   Everything in the store of a cluster is a copy of its secrets. Azure and Google encrypt it always, EKS from
#   Kubernetes 1.28 on; before that, only when it is given a key.
# related_resources:
#   - ref: https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html
#     description: Default envelope encryption for all Kubernetes API data
# custom:
#   severity: warning
#   applies_to: [cluster]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-28(1), SC-12]
#     cis-controls: ["3.11"]
#     iso-27001: [A.8.24]
#   statements:
#     - security.encryption.atRest
#   remediation: Give the cluster a key for secrets, and move on to a version that is still supported.
package planproof.rules.encryption["cluster-secrets-encrypted"]

import data.planproof.lib.finding

violation contains finding.at(cluster, ["secretsEncrypted"], message) if {
	some cluster in input.subjects.cluster
	cluster.facts.secretsEncrypted == false
	message := sprintf("Cluster %s stores secrets without encrypting them.", [cluster.name])
}

undecided contains finding.undecided(cluster, ["secretsEncrypted"]) if {
	some cluster in input.subjects.cluster
}
