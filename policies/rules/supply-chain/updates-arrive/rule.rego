# METADATA
# title: Updates are set up so that they come
# description: >-
#   An entry that its tool refuses, or that looks where nothing stands, proposes nothing, and nobody is told. What it was
#   to keep new grows old with its holes.
# related_resources:
#   - ref: https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference
#     description: Dependabot options reference
# custom:
#   severity: warning
#   applies_to: [update-config]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SI-2]
#     iso-27001: [A.8.8]
#     owasp-cicd: [CICD-SEC-3]
#   remediation: >-
#     Name the kind of dependencies, the folder and the interval as the tool does.
package planproof.rules["supply-chain"]["updates-arrive"]

import data.planproof.lib.finding

violation contains finding.at(config, ["mistakes", i, "problem"], message) if {
	some config in input.subjects["update-config"]
	some i, mistake in config.facts.mistakes
	is_string(mistake.problem)
	message := sprintf("In %s, %s.", [config.name, mistake.problem])
}

undecided contains finding.undecided(config, ["mistakes", i, "problem"]) if {
	some config in input.subjects["update-config"]
	some i, _ in config.facts.mistakes
}
