# METADATA
# title: Serial consoles are closed
# description: >-
#   The serial console of an instance takes logins from everywhere, past every firewall rule. It is for the hour
#   in which nothing else works.
# custom:
#   severity: warning
#   applies_to: [instance]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-17, SC-7]
#     cis-controls: ["4.8"]
#     soc2: [CC6.6]
#     iso-27001: [A.8.20]
#   remediation: Remove serial-port-enable, and turn it on for the time that it is needed.
package planproof.rules.network["serial-console-off"]

import data.planproof.lib.finding

violation contains finding.at(instance, ["serialConsole"], message) if {
	some instance in input.subjects.instance
	instance.facts.serialConsole == true
	message := sprintf("%s opens the serial console.", [instance.name])
}

undecided contains finding.undecided(instance, ["serialConsole"]) if {
	some instance in input.subjects.instance
}
