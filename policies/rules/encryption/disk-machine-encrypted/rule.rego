# METADATA
# title: Encryption by the machine is not turned off
# description: >-
#   Azure encrypts what it stores of each managed disk by itself. Encryption by the machine also covers what stands in
#   caches, on temporary disks and on the way between machine and storage; a disk or machine that turns it off by name goes
#   without.
# related_resources:
#   - ref: https://learn.microsoft.com/en-us/azure/virtual-machines/disk-encryption-overview
#     description: Overview of managed disk encryption options
# custom:
#   severity: note
#   applies_to: [disk]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SC-28(1), SC-13]
#     iso-27001: [A.8.24]
#     cis-controls: ["3.11"]
#   statements:
#     - security.encryption.atRest
#   remediation: Turn it on, or leave it out and use encryption at the host.
package planproof.rules.encryption["disk-machine-encrypted"]

import data.planproof.lib.finding

violation contains finding.at(disk, ["machineEncrypted"], message) if {
	some disk in input.subjects.disk
	disk.facts.machineEncrypted == false
	message := sprintf("Encryption by the machine is turned off for %s.", [disk.name])
}

undecided contains finding.undecided(disk, ["machineEncrypted"]) if some disk in input.subjects.disk

examined contains finding.examined(disk) if {
	some disk in input.subjects.disk
	disk.facts.machineEncrypted != null
}
