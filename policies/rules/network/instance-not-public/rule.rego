# METADATA
# title: Instances have no address of the internet
# description: >-
#   What has an address of the internet is scanned within minutes, whatever its firewall lets through today.
#   Instances behind a load balancer or a gateway need none.
# custom:
#   severity: warning
#   applies_to: [instance]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, AC-3]
#     cis-controls: ["12.2"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.20, A.8.22]
#   remediation: >-
#     Leave the public address out, and reach the instance through a load balancer, a NAT gateway or a session
#     manager.
package planproof.rules.network["instance-not-public"]

import data.planproof.lib.finding

violation contains finding.at(instance, ["public"], message) if {
	some instance in input.subjects.instance
	instance.facts.public == true
	message := sprintf("Instance %s gets a public address.", [instance.name])
}

undecided contains finding.undecided(instance, ["public"]) if {
	some instance in input.subjects.instance
}

examined contains finding.examined(instance) if {
	some instance in input.subjects.instance
	instance.facts.public != null
}
