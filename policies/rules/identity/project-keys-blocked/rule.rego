# METADATA
# title: Keys of a whole project do not open machines
# description: >-
#   A key in the metadata of a project opens every machine of it, for as long as nobody takes it out. Machines that refuse
#   such keys, or ask the cloud's own accounts, are open to those only who need them.
# related_resources:
#   - ref: https://cloud.google.com/compute/docs/connect/restrict-ssh-keys
#     description: Restrict SSH keys from VMs
# custom:
#   severity: note
#   applies_to: [instance]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, IA-2]
#     cis-controls: ["5.4"]
#     soc2: [CC6.1]
#     iso-27001: [A.5.15, A.8.2]
#   remediation: Turn on OS Login, or block the project's keys for the machine.
package planproof.rules.identity["project-keys-blocked"]

import data.planproof.lib.finding

violation contains finding.at(instance, ["projectKeys"], message) if {
	some instance in input.subjects.instance
	instance.facts.projectKeys == true
	message := sprintf("%s opens to every key of its project.", [instance.name])
}

undecided contains finding.undecided(instance, ["projectKeys"]) if some instance in input.subjects.instance

examined contains finding.examined(instance) if {
	some instance in input.subjects.instance
	instance.facts.provider == "gcp"
}
