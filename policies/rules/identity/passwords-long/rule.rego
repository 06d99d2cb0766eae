# METADATA
# title: Passwords of the users of an account are long
# description: >-
#   Short passwords are guessed, or found from what a breach of another site has shown. Length is what makes
#   that too expensive; fourteen characters is what the benchmarks ask for.
# related_resources:
#   - ref: https://www.cisecurity.org/benchmark/amazon_web_services
#     description: CIS Amazon Web Services Foundations Benchmark, 1.8
# custom:
#   severity: warning
#   applies_to: [password-policy]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [IA-5(1)]
#     cis-controls: ["5.2"]
#     soc2: [CC6.1]
#     iso-27001: [A.5.17]
#     pci-dss: ["8.3.6"]
#   remediation: Ask for at least 14 characters.
package planproof.rules.identity["passwords-long"]

import data.planproof.lib.finding

violation contains finding.at(policy, ["minimumLength"], message) if {
	some policy in input.subjects["password-policy"]
	policy.facts.minimumLength < 14
	message := sprintf("%s takes passwords of %d characters.", [policy.name, policy.facts.minimumLength])
}

undecided contains finding.undecided(policy, ["minimumLength"]) if some policy in input.subjects["password-policy"]
