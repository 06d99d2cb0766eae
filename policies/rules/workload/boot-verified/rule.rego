# METADATA
# title: Nobody turns off the checks of how machines start
# description: >-
#   Virtual machines of Google measure what they start, and say when it is not what it was: a boot loader or
#   kernel that somebody changed survives everything that looks from inside. The checks are on unless they are
#   turned off.
# custom:
#   severity: warning
#   applies_to: [instance, node-pool]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SI-7, SI-7(6)]
#     cis-controls: ["4.1"]
#     soc2: [CC6.8]
#     iso-27001: [A.8.7]
#   remediation: Leave the virtual TPM, integrity monitoring and shielded nodes on.
package planproof.rules.workload["boot-verified"]

import data.planproof.lib.finding

violation contains finding.at(machine, ["bootUnchecked"], message) if {
	some machine in _machines
	machine.facts.bootUnchecked == true
	message := sprintf("%s starts without checks.", [machine.name])
}

undecided contains finding.undecided(machine, ["bootUnchecked"]) if some machine in _machines

examined contains finding.examined(machine) if {
	some machine in _machines
	machine.facts.provider == "gcp"
}

_machines contains instance if some instance in input.subjects.instance

_machines contains pool if some pool in input.subjects["node-pool"]
