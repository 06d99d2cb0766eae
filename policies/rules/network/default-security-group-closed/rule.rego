# METADATA
# title: The default security group allows nothing
# description: >-
#   Whatever starts without naming a security group gets the default one, whose members may all talk to each
#   other. Adopted without rules, it shows what was forgotten by not working.
# custom:
#   severity: note
#   applies_to: [network]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, CM-6]
#     cis-controls: ["4.4"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.22]
#   remediation: Adopt the group with an aws_default_security_group that has no rules.
package planproof.rules.network["default-security-group-closed"]

import data.planproof.lib.finding

violation contains finding.at(network, ["defaultGroupOpen"], message) if {
	some network in input.subjects.network
	network.facts.defaultGroupOpen == true
	message := sprintf("The default security group of %s allows traffic.", [network.name])
}

undecided contains finding.undecided(network, ["defaultGroupOpen"]) if {
	some network in input.subjects.network
}

examined contains finding.examined(network) if {
	some network in input.subjects.network
	network.facts.defaultGroupOpen != null
}
