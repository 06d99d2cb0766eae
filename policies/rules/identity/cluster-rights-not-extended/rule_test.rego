package planproof.rules.identity["cluster-rights-not-extended_test"]

import data.planproof.rules.identity["cluster-rights-not-extended"] as rule

_policies(actions, resources) := [{
	"kind": "access-policy", "id": "p", "name": "reader",
	"facts": {"system": "kubernetes-rbac", "on": "identity", "statements": [{"actions": actions, "resources": resources}]},
}]

_violated(actions, resources) := {one.message | some one in rule.violation with input.subjects["access-policy"] as _policies(actions, resources)}

test_ways_are_told_together if {
	_violated(["rbac.authorization.k8s.io/clusterroles:bind", "/users:impersonate", "/pods:get"], ["*"]) == {"reader lets its holder take rights that it does not give: acts as others; binds any role."}
	_violated(["*/mutatingwebhookconfigurations:*"], ["*"]) == {"reader lets its holder take rights that it does not give: changes what looks at every request."}
	_violated(["/nodes/proxy:get"], ["*"]) == {"reader lets its holder take rights that it does not give: reaches the machines past the API server."}
}

test_reading_and_other_groups_are_none if {
	_violated(["admissionregistration.k8s.io/validatingwebhookconfigurations:list", "apps/clusterroles:bind", "/serviceaccounts:create", "metrics.k8s.io/nodes:get"], ["*"]) == set()
}

test_named_ones_are_what_the_role_is_for if {
	_violated(["rbac.authorization.k8s.io/clusterroles:bind"], ["viewer"]) == set()
}

test_everything_is_another_rules if _violated(["*/*:*"], ["*"]) == set()

test_an_unknown_is_undecided if {
	undecided := rule.undecided with input.subjects["access-policy"] as _policies({"unknown": "x"}, ["*"])
	{one.path | some one in undecided} == {["statements", 0, "actions"]}
}

test_policies_of_clouds_are_not_examined if {
	examined := rule.examined with input.subjects["access-policy"] as [{"kind": "access-policy", "id": "p", "name": "p", "facts": {"system": "aws-iam"}}]
	examined == set()
}
