# METADATA
# title: Machines encrypt what leaves them for their disks
# description: >-
#   Azure encrypts what it stores of each managed disk by itself. What stands in caches and on temporary disks, and what is
#   on the way between machine and storage, is encrypted only where a machine or scale set turns on encryption at the host;
#   a disk that turns its own encryption off by name goes without, too.
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
#   remediation: Turn on encryption at the host for the machine, and do not turn a disk's own off.
package planproof.rules.encryption["disk-machine-encrypted"]

import data.planproof.lib.finding

violation contains finding.at(disk, ["machineEncrypted"], message) if {
	some disk in input.subjects.disk
	disk.facts.machineEncrypted == false
	message := sprintf("%s goes without encryption by the machine.", [disk.name])
}

undecided contains finding.undecided(disk, ["machineEncrypted"]) if some disk in input.subjects.disk

examined contains finding.examined(disk) if {
	some disk in input.subjects.disk
	disk.facts.machineEncrypted != null
}
