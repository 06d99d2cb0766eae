# METADATA
# title: New versions are taken after some days
# description: >-
#   Versions that were published by someone who took over an account are most often found and withdrawn within days. What is
#   proposed at once, and merged by itself or unread, brings them in before.
# related_resources:
#   - ref: https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference
#     description: Dependabot options reference
# custom:
#   severity: note
#   applies_to: [update-config]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SR-3, SI-2]
#     iso-27001: [A.5.21]
#     owasp-cicd: [CICD-SEC-3]
#   remediation: >-
#     Set cooldown with default-days (Dependabot) or minimumReleaseAge (Renovate); security updates do not wait.
package planproof.rules["supply-chain"]["updates-settle"]

import data.planproof.lib.finding

violation contains finding.at(config, ["waits"], message) if {
	some config in input.subjects["update-config"]
	config.facts.waits == false
	message := sprintf("%s proposes versions on the day that they come out.", [config.name])
}

undecided contains finding.undecided(config, ["waits"]) if {
	some config in input.subjects["update-config"]
}
