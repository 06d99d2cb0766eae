# METADATA
# title: Lists of packages are fetched where they are used
# description: >-
#   A step that only fetches lists of packages is kept from build to build, while the step that installs is made
#   again: it takes old versions with known faults, or fails since they are gone.
# custom:
#   severity: warning
#   applies_to: [image-build]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [SI-2, CM-2]
#     iso-27001: [A.8.8]
#   remediation: Fetch the lists and install in one RUN, joined by &&.
package planproof.rules["supply-chain"]["package-lists-fresh"]

import data.planproof.lib.finding

violation contains finding.at(build, ["staleLists", i, "what"], message) if {
	some build in input.subjects["image-build"]
	some i, one in build.facts.staleLists
	message := sprintf("In %s, %s stands in a step of its own.", [build.name, one.what])
}

undecided contains finding.undecided(build, ["staleLists", i, "what"]) if {
	some build in input.subjects["image-build"]
	some i, _ in build.facts.staleLists
}
