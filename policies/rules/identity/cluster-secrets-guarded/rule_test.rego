package planproof.rules.identity["cluster-secrets-guarded_test"]

import data.planproof.rules.identity["cluster-secrets-guarded"] as rule

_policies(actions, resources) := [{
	"kind": "access-policy", "id": "p", "name": "reader",
	"facts": {"system": "kubernetes-rbac", "on": "identity", "statements": [{"actions": actions, "resources": resources}]},
}]

_violated(actions, resources) := {one.message | some one in rule.violation with input.subjects["access-policy"] as _policies(actions, resources)}

test_ways_are_told_together if {
	_violated(["/secrets:list", "/pods/exec:create"], ["*"]) == {"reader opens what others keep to themselves: reads or changes all secrets; runs commands in all pods."}
	_violated(["/*:get"], ["*"]) == {"reader opens what others keep to themselves: reads or changes all secrets; runs commands in all pods."}
}

test_named_secrets_logs_and_other_groups_are_none if {
	_violated(["/secrets:get"], ["tls"]) == set()
	_violated(["/pods/log:get", "external-secrets.io/secrets:get", "/configmaps:get"], ["*"]) == set()
}

test_everything_is_another_rules if _violated(["*/*:*"], ["*"]) == set()

test_an_unknown_is_undecided if {
	undecided := rule.undecided with input.subjects["access-policy"] as _policies({"unknown": "x"}, ["*"])
	{one.path | some one in undecided} == {["statements", 0, "actions"]}
}
