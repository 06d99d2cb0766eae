# METADATA
# title: Methods of an API ask who calls
# description: >-
#   A method without authorization does for anyone what it does. What is meant for everyone, such as a login, is
#   stated as an exception, so that the next one is not forgotten.
# custom:
#   severity: warning
#   applies_to: [api-method]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-3, IA-2]
#     cis-controls: ["6.8"]
#     soc2: [CC6.1]
#     iso-27001: [A.8.3, A.8.5]
#   remediation: Give the method an authorizer or ask for a key, or waive this for what is public with the reason.
package planproof.rules.identity["api-authenticated"]

import data.planproof.lib.finding

violation contains finding.at(method, ["authenticated"], message) if {
	some method in input.subjects["api-method"]
	method.facts.authenticated == false
	message := sprintf("%s answers callers who do not say who they are.", [method.name])
}

undecided contains finding.undecided(method, ["authenticated"]) if {
	some method in input.subjects["api-method"]
}
