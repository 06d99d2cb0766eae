# METADATA
# title: The logs of a cluster's control plane are kept
# description: >-
#   Who did what to a cluster, with which credentials, is only in the logs of its control plane. Those that are
#   not kept when an incident begins cannot be had afterwards.
# custom:
#   severity: warning
#   applies_to: [cluster]
#   criteria: [monitoring-alerting, security-compliance]
#   controls:
#     nist-800-53: [AU-2, AU-12]
#     cis-controls: ["8.2"]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15]
#   remediation: Turn on the logs of the API, of audit and of authentication, and send them to where others are.
package planproof.rules.observability["cluster-logs-kept"]

import data.planproof.lib.finding

violation contains finding.at(cluster, ["missingLogs"], message) if {
	some cluster in input.subjects.cluster
	is_array(cluster.facts.missingLogs)
	count(cluster.facts.missingLogs) > 0
	logs := concat(", ", cluster.facts.missingLogs)
	message := sprintf("Cluster %s does not keep these logs: %s.", [cluster.name, logs])
}

undecided contains finding.undecided(cluster, ["missingLogs"]) if {
	some cluster in input.subjects.cluster
}
