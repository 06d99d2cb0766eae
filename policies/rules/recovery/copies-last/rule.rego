# METADATA
# title: Copies outlive what makes them
# description: >-
#   A dump in the file system of its own pod is deleted with the pod, and one on the disk of a machine is lost with the
#   machine: both are gone when they are needed.
# related_resources:
#   - ref: https://kubernetes.io/docs/concepts/storage/volumes/#emptydir
#     description: What happens to an emptyDir
# custom:
#   severity: warning
#   applies_to: [backup]
#   criteria: [rollback]
#   controls:
#     nist-800-53: [CP-9]
#     cis-controls: ["11.4"]
#     soc2: [A1.2]
#     iso-27001: [A.8.13]
#   remediation: Bring the copies to a store of objects, or to a volume that stays.
package planproof.rules.recovery["copies-last"]

import data.planproof.lib.finding

violation contains finding.at(backup, ["lasting"], message) if {
	some backup in input.subjects.backup
	backup.facts.lasting == false
	message := sprintf("Copies that %s makes are lost with its pod or machine.", [backup.name])
}

undecided contains finding.undecided(backup, ["lasting"]) if some backup in input.subjects.backup
