# METADATA
# title: Lines of CODEOWNERS count
# description: >-
#   GitHub skips a line that it does not understand without a word, and the last line that matches undoes those before it:
#   what looks guarded is then changed without whoever should have seen it.
# custom:
#   severity: warning
#   applies_to: [code-owners]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [CM-3, CM-5, AC-5]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32, A.5.3]
#   remediation: Write owners as @user, @organization/team or an address, general lines first, and drop lines about nothing.
package planproof.rules.delivery["code-owners-valid"]

import data.planproof.lib.finding

violation contains finding.at(file, ["mistakes", i, "problem"], message) if {
	some file in input.subjects["code-owners"]
	some i, mistake in file.facts.mistakes
	message := sprintf("In %s, %s.", [file.name, mistake.problem])
}
