# METADATA
# title: Telemetry leaves the network encrypted, to whom it is meant for
# description: >-
#   Logs and traces hold addresses, names, queries and what people typed in. Sent without TLS, or to whoever
#   answers, others on the way read and change them.
# custom:
#   severity: warning
#   applies_to: [telemetry-pipeline]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-8]
#     pci-dss: ["4.2.1"]
#     iso-27001: [A.8.24]
#   remediation: Send with TLS and check the certificate of the other end.
package planproof.rules.observability["telemetry-sent-encrypted"]

import data.planproof.lib.finding

violation contains finding.at(pipeline, ["sinks", i, "encrypted"], message) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	some i, sink in pipeline.facts.sinks
	sink.encrypted == false
	sink.nearby == false
	message := sprintf("%s of %s sends to %v without TLS.", [sink.name, pipeline.name, sink.address])
}

violation contains finding.at(pipeline, ["sinks", i, "verified"], message) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	some i, sink in pipeline.facts.sinks
	sink.verified == false
	message := sprintf("%s of %s does not check who answers.", [sink.name, pipeline.name])
}

undecided contains finding.undecided(pipeline, ["sinks", i, "encrypted"]) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	some i, sink in pipeline.facts.sinks
	not sink.nearby == true
}

undecided contains finding.undecided(pipeline, ["sinks", i, "nearby"]) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	some i, sink in pipeline.facts.sinks
	sink.encrypted == false
}

examined contains finding.examined(pipeline) if {
	some pipeline in input.subjects["telemetry-pipeline"]
	some sink in pipeline.facts.sinks
	sink.encrypted != null
}
