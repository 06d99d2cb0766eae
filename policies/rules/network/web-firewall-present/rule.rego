# METADATA
# title: A firewall for web requests stands before public apps
# description: >-
#   A web application firewall stops the attacks that everyone is sent all day, and gives a place to stop the
#   next one while the application is being mended.
# custom:
#   severity: note
#   applies_to: [gateway]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-7, SI-3]
#     cis-controls: ["13.10"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.20]
#   remediation: Attach a policy or an access list of a web application firewall.
package planproof.rules.network["web-firewall-present"]

import data.planproof.lib.finding

violation contains finding.at(gateway, ["firewalled"], message) if {
	some gateway in input.subjects.gateway
	gateway.facts.firewalled == false
	message := sprintf("%s has no web application firewall.", [gateway.name])
}

undecided contains finding.undecided(gateway, ["firewalled"]) if {
	some gateway in input.subjects.gateway
}

examined contains finding.examined(gateway) if {
	some gateway in input.subjects.gateway
	gateway.facts.firewalled != null
}
