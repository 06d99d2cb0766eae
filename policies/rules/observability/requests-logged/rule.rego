# METADATA
# title: Requests are logged where they come in
# description: >-
#   Who asked for what is known at the load balancer, the CDN or the API, before the application runs or fails
#   to. After an incident these logs say where it began.
# custom:
#   severity: note
#   applies_to: [gateway]
#   criteria: [monitoring-alerting, security-compliance]
#   controls:
#     nist-800-53: [AU-2, AU-12]
#     cis-controls: ["8.2"]
#     soc2: [CC7.2]
#     iso-27001: [A.8.15]
#   remediation: Turn access logs on, and keep them where others are kept.
package planproof.rules.observability["requests-logged"]

import data.planproof.lib.finding

violation contains finding.at(gateway, ["logged"], message) if {
	some gateway in input.subjects.gateway
	gateway.facts.logged == false
	message := sprintf("%s does not log requests.", [gateway.name])
}

undecided contains finding.undecided(gateway, ["logged"]) if {
	some gateway in input.subjects.gateway
}

examined contains finding.examined(gateway) if {
	some gateway in input.subjects.gateway
	gateway.facts.logged != null
}
