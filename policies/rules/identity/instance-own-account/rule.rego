# METADATA
# title: Instances run as accounts of their own
# description: >-
#   The default service account is shared by all that nobody thought about, and often may edit the whole
#   project. Who gets into one instance then has them all, the more so with every scope.
# custom:
#   severity: warning
#   applies_to: [instance]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6]
#     cis-controls: ["5.4"]
#     soc2: [CC6.3]
#     iso-27001: [A.8.2]
#   remediation: Make a service account for the instance, with the roles that it needs.
package planproof.rules.identity["instance-own-account"]

import data.planproof.lib.finding

violation contains finding.at(instance, ["defaultAccount"], message) if {
	some instance in input.subjects.instance
	instance.facts.defaultAccount == true
	message := sprintf("Instance %s runs as the default service account%s.", [instance.name, _scopes(instance.facts)])
}

undecided contains finding.undecided(instance, ["defaultAccount"]) if {
	some instance in input.subjects.instance
}

_scopes(facts) := " with every scope" if {
	facts.everyScope == true
} else := ""
