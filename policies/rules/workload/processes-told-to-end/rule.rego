# METADATA
# title: Processes are told when they shall end
# description: >-
#   Written as a text, what an image runs is run by a shell, which passes no signal on: when a release replaces it,
#   it is not told, answers no more of what it has begun, and is killed ten seconds later.
# related_resources:
#   - ref: https://docs.docker.com/reference/dockerfile/#shell-and-exec-form
#     description: Shell and exec form
# custom:
#   severity: note
#   applies_to: [image-build]
#   criteria: [rollback, devops-practices]
#   controls:
#     nist-800-53: [SC-24]
#     soc2: [A1.1]
#   remediation: Write ENTRYPOINT or CMD as a list, or begin the text with exec.
package planproof.rules.workload["processes-told-to-end"]

import data.planproof.lib.finding

violation contains finding.at(build, ["behindShell"], message) if {
	some build in input.subjects["image-build"]
	build.facts.behindShell == true
	message := sprintf("What the image of %s runs stands behind a shell.", [build.name])
}

undecided contains finding.undecided(build, ["behindShell"]) if some build in input.subjects["image-build"]

examined contains finding.examined(build) if {
	some build in input.subjects["image-build"]
	build.facts.behindShell != null
}
