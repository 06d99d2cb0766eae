# METADATA
# title: The provider collects metrics of what runs on clusters
# description: >-
#   Without metrics of containers and nodes one learns from customers that something has run out.
# custom:
#   severity: note
#   applies_to: [cluster]
#   criteria: [monitoring-alerting]
#   controls:
#     nist-800-53: [SI-4, CA-7]
#     soc2: [CC7.2, A1.1]
#     iso-27001: [A.8.16]
#   remediation: >-
#     Turn on container insights, or the monitoring of the provider, or waive this where another system collects.
package planproof.rules.observability["cluster-monitored"]

import data.planproof.lib.finding

violation contains finding.at(cluster, ["monitored"], message) if {
	some cluster in input.subjects.cluster
	cluster.facts.monitored == false
	message := sprintf("Cluster %s collects no metrics of its containers.", [cluster.name])
}

undecided contains finding.undecided(cluster, ["monitored"]) if {
	some cluster in input.subjects.cluster
}

examined contains finding.examined(cluster) if {
	some cluster in input.subjects.cluster
	cluster.facts.monitored != null
}
