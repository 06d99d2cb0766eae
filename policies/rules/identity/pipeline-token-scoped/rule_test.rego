package planproof.rules.identity["pipeline-token-scoped_test"]

import data.planproof.rules.identity["pipeline-token-scoped"] as rule

_pipelines(permissions) := [{"kind": "pipeline", "id": "p", "name": "p", "facts": {"tokenPermissions": permissions}}]

_messages(permissions) := {one.message | some one in rule.violation with input.subjects.pipeline as _pipelines(permissions)}

_examined(permissions) if count(rule.examined) > 0 with input.subjects.pipeline as _pipelines(permissions)

test_permissions_are_stated_and_not_all if {
	_messages("default") == {"Pipeline p does not state the permissions of its token."}
	_messages("write-all") == {"Pipeline p gives its token every permission."}
	_messages("scoped") == set()
}

test_systems_without_such_a_token_are_not_examined if {
	_messages(null) == set()
	not _examined(null)
	_examined("scoped")
}

test_an_unknown_is_undecided if {
	undecided := rule.undecided with input.subjects.pipeline as _pipelines({"unknown": "x"})
	{one.reason | some one in undecided} == {"x"}
	_messages({"unknown": "x"}) == set()
}
