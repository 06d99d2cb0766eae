# METADATA
# title: Folders of steps are whole paths
# description: >-
#   A folder that begins with no slash depends on the one before it and, for the first, on the image that it starts
#   from: when that changes, files land elsewhere and steps run in another place.
# custom:
#   severity: note
#   applies_to: [image-build]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [CM-2]
#   remediation: Begin the folder of WORKDIR with a slash.
package planproof.rules.workload["image-folders-absolute"]

import data.planproof.lib.finding

violation contains finding.at(build, ["relativeFolders", i, "folder"], message) if {
	some build in input.subjects["image-build"]
	some i, one in build.facts.relativeFolders
	message := sprintf("In %s, the folder %s depends on the one before.", [build.name, one.folder])
}

undecided contains finding.undecided(build, ["relativeFolders", i, "folder"]) if {
	some build in input.subjects["image-build"]
	some i, _ in build.facts.relativeFolders
}
