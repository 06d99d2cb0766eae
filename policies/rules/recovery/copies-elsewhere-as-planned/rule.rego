# METADATA
# title: Copies lie in the regions and accounts that the plan names
# description: >-
#   A fire, a flood or a stolen administrator takes the copies that lie beside the data together with it. The plan names
#   the other place, and the files must put copies there.
# custom:
#   severity: error
#   applies_to: [plan-component]
#   criteria: [rollback, devops-practices]
#   controls:
#     nist-800-53: [CP-6, CP-6(1), CP-9(3)]
#     cis-controls: ["11.4"]
#     soc2: [A1.2]
#     iso-27001: [A.8.13, A.8.14]
#   statements:
#     - recovery.backups[].copies
#   shown_by: [foundCopyRegions, foundOffsite]
#   remediation: Copy the backups to the place that the plan names, or correct the plan.
package planproof.rules.recovery["copies-elsewhere-as-planned"]

import data.planproof.lib.finding

violation contains finding.at(component, ["backupCopies", i, "region"], message) if {
	some component in _copied
	some i, copy in component.facts.backupCopies
	is_string(copy.region)
	is_array(component.facts.foundCopyRegions)
	not _within(copy.region, component.facts.foundCopyRegions)
	message := sprintf("The plan puts copies of %s in %s, and the files put none there.", [component.name, copy.region])
}

violation contains finding.at(component, ["backupCopies", i, "account"], message) if {
	some component in _copied
	some i, copy in component.facts.backupCopies
	is_string(copy.account)
	not is_string(copy.region)
	component.facts.foundOffsite == false
	message := sprintf("The plan puts copies of %s in the account %s, and the files put none elsewhere.", [
		component.name,
		copy.account,
	])
}

undecided contains finding.undecided(component, ["foundCopyRegions"]) if {
	some component in _copied
	some copy in component.facts.backupCopies
	is_string(copy.region)
}

undecided contains finding.undecided(component, ["foundOffsite"]) if {
	some component in _copied
	some copy in component.facts.backupCopies
	not is_string(copy.region)
}

examined contains finding.examined(component) if some component in _copied

# What has no backup at all is another rule's.
_copied := [component |
	some component in input.subjects["plan-component"]
	count(component.facts.backupCopies) > 0
	not component.facts.foundBackupHours == null
]

_within(region, regions) if lower(replace(region, " ", "")) in regions

# Google calls several regions by one name.
_within(region, regions) if {
	some name, prefix in {"eu": "europe-", "us": "us-", "asia": "asia-"}
	name in regions
	startswith(region, prefix)
}
