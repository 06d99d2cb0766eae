# METADATA
# title: Small upgrades come by themselves
# description: >-
#   Small new versions of engines and nodes mend what was found in the old ones. Where they wait for somebody, they wait
#   until the version is no longer supported, and known holes stay open until then.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html
#     description: Upgrading a DB instance engine version
# custom:
#   severity: note
#   applies_to: [upgrade-setting]
#   criteria: [security-compliance, devops-practices]
#   controls:
#     nist-800-53: [SI-2]
#     cis-controls: ["7.3"]
#     soc2: [CC7.1]
#     iso-27001: [A.8.8]
#     pci-dss: ["6.3.3"]
#   remediation: Let the cloud take small upgrades by itself, in a window that suits.
package planproof.rules["supply-chain"]["minor-upgrades-automatic"]

import data.planproof.lib.finding

violation contains finding.at(setting, ["automatic"], message) if {
	some setting in input.subjects["upgrade-setting"]
	setting.facts.automatic == false
	message := sprintf("%s takes no small upgrades by itself.", [setting.name])
}

undecided contains finding.undecided(setting, ["automatic"]) if {
	some setting in input.subjects["upgrade-setting"]
}
