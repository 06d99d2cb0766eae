# METADATA
# title: Environments live in the planned accounts
# description: >-
#   Accounts, subscriptions and projects keep environments apart: rights, costs and mistakes end at their borders. A
#   provider that works in another account than the plan says, or in that of another environment, has crossed one. Numbers
#   are held against numbers and names against names; what a provider under an alias names is not judged, since single
#   resources often stand in an account that environments share.
# custom:
#   severity: error
#   applies_to: [plan-environment]
#   uses: [plan-environment, account-binding]
#   criteria: [devops-practices, security-compliance]
#   controls:
#     nist-800-53: [CM-2, SC-7]
#     cis-controls: ["16.8"]
#     soc2: [CC6.1, CC8.1]
#     iso-27001: [A.8.31]
#   statements:
#     - environments[].account
#   remediation: Correct the account that the provider works in, or the account in the plan.
package planproof.rules.plan["accounts-as-planned"]

import data.planproof.lib.finding
import data.planproof.lib.unknown

violation contains finding.about(binding, ["accounts"], message, [stated]) if {
	some environment in _planned
	some binding in _bindings(environment)
	some account in _told(environment, binding)
	message := sprintf("%s works in %s; environment %s is planned in %s.", [binding.name, account, environment.name, environment.facts.account])
	stated := finding.place(environment, ["account"], "The planned account.")
}

violation contains finding.about(binding, ["accounts"], message, [stated]) if {
	some environment in input.subjects["plan-environment"]
	environment.facts.account == null
	some binding in _bindings(environment)
	some account in binding.facts.accounts
	some other in _planned
	_same(account, other.facts.account)
	message := sprintf("%s of environment %s works in %s, which the plan gives to %s.", [binding.name, environment.name, account, other.name])
	stated := finding.place(other, ["account"], "The account of the other environment.")
}

undecided contains finding.undecided(binding, ["accounts"]) if {
	some environment in _planned
	some binding in _bindings(environment)
}

undecided contains finding.undecided_because(environment, ["account"], reason) if {
	some environment in _planned
	some binding in _bindings(environment)
	not unknown.is(binding.facts.accounts)
	every account in binding.facts.accounts {
		_shape(account) != _shape(environment.facts.account)
	}
	reason := sprintf("the plan says %s, and %s tells accounts otherwise: %s", [environment.facts.account, binding.name, concat(", ", binding.facts.accounts)])
}

examined contains finding.examined(environment) if {
	some environment in input.subjects["plan-environment"]
	count(_bindings(environment)) > 0
	some other in _planned
}

_planned := [environment |
	some environment in input.subjects["plan-environment"]
	is_string(environment.facts.account)
]

# An environment stands in one cloud by the plan; what is beside it in others is not in its account.
_bindings(environment) := [binding |
	some binding in input.subjects["account-binding"]
	binding.environment == environment.name
	environment.facts.provider in {binding.facts.provider, null}
]

# Of several accounts that a provider takes, the planned one is enough.
_told(environment, binding) := {account |
	some account in binding.facts.accounts
	_shape(account) == _shape(environment.facts.account)
	not _planned_among(environment, binding)
}

_planned_among(environment, binding) if {
	some account in binding.facts.accounts
	_same(account, environment.facts.account)
}

_same(a, b) if lower(a) == lower(b)

_shape(account) := "number" if {
	regex.match(`^\d+$`, account)
} else := "id" if {
	regex.match(`^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`, lower(account))
} else := "name"
