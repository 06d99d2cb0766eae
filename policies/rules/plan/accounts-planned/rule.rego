# METADATA
# title: Accounts that environments live in are planned
# description: >-
#   A plan that says where some environments live and leaves others out hides from its readers which of them share an
#   account, and what is provisioned there cannot be held against it. Judged only where the plan states the account of
#   some environment.
# custom:
#   severity: note
#   applies_to: [plan-environment]
#   uses: [plan-environment, account-binding]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [CM-2, CM-8]
#     soc2: [CC8.1]
#     iso-27001: [A.5.9]
#   statements:
#     - environments[].account
#   remediation: State the account of the environment in the plan.
package planproof.rules.plan["accounts-planned"]

import data.planproof.lib.finding

violation contains finding.about(environment, ["account"], message, [found]) if {
	some environment in _open
	some binding in _bindings(environment)
	some account in binding.facts.accounts
	message := sprintf("Environment %s lives in %s by its code; the plan states no account of it.", [environment.name, account])
	found := finding.place(binding, ["accounts"], "The account that the code names.")
}

undecided contains finding.undecided(binding, ["accounts"]) if {
	some environment in _open
	some binding in _bindings(environment)
}

examined contains finding.examined(environment) if {
	some environment in input.subjects["plan-environment"]
	_stated
	count(_bindings(environment)) > 0
}

_open := [environment |
	_stated
	some environment in input.subjects["plan-environment"]
	environment.facts.account == null
]

_stated if {
	some environment in input.subjects["plan-environment"]
	is_string(environment.facts.account)
}

_bindings(environment) := [binding |
	some binding in input.subjects["account-binding"]
	binding.environment == environment.name
]
