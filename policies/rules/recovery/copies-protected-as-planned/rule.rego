# METADATA
# title: Copies are encrypted and beyond deletion where the plan says so
# description: >-
#   Whoever breaks in deletes the copies first, and whoever steals one reads all of the data at leisure. Where the plan
#   promises that copies are encrypted, or that nobody can delete them, the files must make it so.
# custom:
#   severity: error
#   applies_to: [plan-component]
#   criteria: [rollback, security-compliance]
#   controls:
#     nist-800-53: [CP-9(8), SC-28]
#     cis-controls: ["11.3"]
#     soc2: [A1.2, CC6.1]
#     iso-27001: [A.8.13, A.8.24]
#   statements:
#     - recovery.backups[].encrypted
#     - recovery.backups[].immutable
#   shown_by: [foundEncryptedCopies, foundImmutable]
#   remediation: Encrypt the copies, and lock what holds them, or correct the plan.
package planproof.rules.recovery["copies-protected-as-planned"]

import data.planproof.lib.finding

violation contains finding.at(component, ["foundEncryptedCopies"], message) if {
	some component in _encrypted
	component.facts.foundEncryptedCopies == false
	message := sprintf("The plan says that copies of %s are encrypted, and some are not.", [component.name])
}

violation contains finding.at(component, ["foundImmutable"], message) if {
	some component in _immutable
	component.facts.foundImmutable == false
	message := sprintf("The plan says that nobody can delete copies of %s, and nothing prevents it.", [component.name])
}

undecided contains finding.undecided(component, ["foundEncryptedCopies"]) if some component in _encrypted

undecided contains finding.undecided(component, ["foundImmutable"]) if some component in _immutable

examined contains finding.examined(component) if some component in _encrypted

examined contains finding.examined(component) if some component in _immutable

_encrypted := [component |
	some component in input.subjects["plan-component"]
	component.facts.backupEncrypted == true
]

_immutable := [component |
	some component in input.subjects["plan-component"]
	component.facts.backupImmutable == true
]
