# METADATA
# title: Metrics leave the network encrypted
# description: >-
#   What is written to another store passes networks of others, with the credentials for it: without TLS, or without
#   checking who answers, both can be read and forged.
# custom:
#   severity: warning
#   applies_to: [metrics-collector]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8]
#     pci-dss: ["4.2.1"]
#     soc2: [CC6.7]
#     iso-27001: [A.8.24]
#   remediation: Write to an https address, and check its certificate.
package planproof.rules.observability["remote-writes-encrypted"]

import data.planproof.lib.finding

violation contains finding.at(collector, ["remoteWrites", i, "safe"], message) if {
	some collector in input.subjects["metrics-collector"]
	some i, write in collector.facts.remoteWrites
	write.safe == false
	message := sprintf("Collector %s writes to %s without TLS, or without checking who answers.", [collector.name, write.url])
}

undecided contains finding.undecided(collector, ["remoteWrites", i, "safe"]) if {
	some collector in input.subjects["metrics-collector"]
	some i, _ in collector.facts.remoteWrites
}

examined contains finding.examined(collector) if {
	some collector in input.subjects["metrics-collector"]
	count(collector.facts.remoteWrites) > 0
}
