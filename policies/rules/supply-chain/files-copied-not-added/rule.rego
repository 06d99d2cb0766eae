# METADATA
# title: Files are copied, not added
# description: >-
#   ADD fetches what has an address and unpacks what is an archive, by what the file is called that day. COPY takes
#   files as they are, which is all that is meant nearly always.
# custom:
#   severity: note
#   applies_to: [image-build]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [CM-2, SI-7]
#   remediation: Write COPY in the place of ADD.
package planproof.rules["supply-chain"]["files-copied-not-added"]

import data.planproof.lib.finding

violation contains finding.at(build, ["added", i, "file"], message) if {
	some build in input.subjects["image-build"]
	some i, one in build.facts.added
	message := sprintf("%s adds %s where it could copy it.", [build.name, one.file])
}

undecided contains finding.undecided(build, ["added", i, "file"]) if {
	some build in input.subjects["image-build"]
	some i, _ in build.facts.added
}
