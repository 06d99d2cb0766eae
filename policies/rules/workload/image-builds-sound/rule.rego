# METADATA
# title: Dockerfiles do what they say
# description: >-
#   Some lines of a Dockerfile are taken and do not do what they seem to: the first of two commands never runs, a
#   stage that has the name of another one is not the one that is copied from. Others fail only when somebody builds
#   it.
# custom:
#   severity: warning
#   applies_to: [image-build]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [CM-2, CM-4]
#     iso-27001: [A.8.32]
#   remediation: Correct the line as the message says, and build the image.
package planproof.rules.workload["image-builds-sound"]

import data.planproof.lib.finding

violation contains finding.at(build, ["mistakes", i, "problem"], message) if {
	some build in input.subjects["image-build"]
	some i, one in build.facts.mistakes
	message := sprintf("In %s, %s.", [build.name, one.problem])
}

undecided contains finding.undecided(build, ["mistakes", i, "problem"]) if {
	some build in input.subjects["image-build"]
	some i, _ in build.facts.mistakes
}
