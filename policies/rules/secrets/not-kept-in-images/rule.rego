# METADATA
# title: Images hold no secrets that made them
# description: >-
#   Arguments of a build stand in the history of the image, variables in its settings, and a file that a step copies
#   stays in its layer when a later one deletes it. Whoever may pull the image has them, in every registry and on
#   every machine that it came to.
# related_resources:
#   - ref: https://docs.docker.com/build/building/secrets/
#     description: Build secrets
# custom:
#   severity: warning
#   applies_to: [image-build]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [IA-5(7), SC-28]
#     soc2: [CC6.1]
#     iso-27001: [A.5.17]
#     owasp-cicd: [CICD-SEC-6]
#   remediation: Mount the secret into the one step that needs it, with RUN --mount=type=secret, and give others when the container starts.
package planproof.rules.secrets["not-kept-in-images"]

import data.planproof.lib.finding

violation contains finding.at(build, ["keepsSecrets", i, "what"], message) if {
	some build in input.subjects["image-build"]
	some i, one in build.facts.keepsSecrets
	message := sprintf("The image of %s keeps %s.", [build.name, one.what])
}

undecided contains finding.undecided(build, ["keepsSecrets", i, "what"]) if {
	some build in input.subjects["image-build"]
	some i, _ in build.facts.keepsSecrets
}
