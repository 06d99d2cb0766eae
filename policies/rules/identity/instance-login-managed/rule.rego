# METADATA
# title: The accounts of the cloud decide who logs in to instances
# description: >-
#   With OS Login, who leaves the team loses every instance at once, and each login is recorded under a name.
#   Keys in metadata stay until somebody finds them.
# custom:
#   severity: warning
#   applies_to: [instance]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-2, IA-2]
#     cis-controls: ["5.6"]
#     soc2: [CC6.1]
#     iso-27001: [A.5.16]
#   remediation: Set enable-oslogin to TRUE in the project's metadata, and nothing else on instances.
package planproof.rules.identity["instance-login-managed"]

import data.planproof.lib.finding

violation contains finding.at(instance, ["osLoginOff"], message) if {
	some instance in input.subjects.instance
	instance.facts.osLoginOff == true
	message := sprintf("%s turns OS Login off.", [instance.name])
}

undecided contains finding.undecided(instance, ["osLoginOff"]) if {
	some instance in input.subjects.instance
}
