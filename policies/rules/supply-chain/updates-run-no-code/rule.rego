# METADATA
# title: Looking for updates runs no code of dependencies
# description: >-
#   A manifest may run code while it is read. Told to let it, the tool runs what a dependency brings beside the passwords of
#   private registries, before anybody has looked at the new version.
# related_resources:
#   - ref: https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference
#     description: Dependabot options reference
# custom:
#   severity: warning
#   applies_to: [update-config]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [CM-7, SR-11]
#     iso-27001: [A.8.31]
#     owasp-cicd: [CICD-SEC-3]
#   remediation: >-
#     Remove insecure-external-code-execution, or give the entry no registries with passwords.
package planproof.rules["supply-chain"]["updates-run-no-code"]

import data.planproof.lib.finding

violation contains finding.at(config, ["runsCode", i, "ecosystem"], message) if {
	some config in input.subjects["update-config"]
	some i, run in config.facts.runsCode
	message := sprintf("%s lets dependencies of %s run code while updates are looked for.", [config.name, run.ecosystem])
}
