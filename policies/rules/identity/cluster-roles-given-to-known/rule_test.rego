package planproof.rules.identity["cluster-roles-given-to-known_test"]

import data.planproof.rules.identity["cluster-roles-given-to-known"] as rule

_bindings(role, type, title) := [{
	"kind": "role-binding", "id": "b", "name": "open",
	"facts": {"role": role, "everywhere": true, "holders": [{"type": type, "title": title}]},
}]

_violated(role, type, title) := {one.message | some one in rule.violation with input.subjects["role-binding"] as _bindings(role, type, title)}

test_groups_of_all_count if {
	_violated("view", "Group", "system:unauthenticated") == {"open gives view to whoever asks, without signing in."}
	_violated("view", "User", "system:anonymous") == {"open gives view to whoever asks, without signing in."}
	_violated("edit", "Group", "system:authenticated") == {"open gives edit to everyone who can sign in."}
	_violated("edit", "Group", "system:masters") == {"open gives edit to system:masters, whose members nothing holds back."}
	_violated("edit", "ServiceAccount", "default") == {"open gives edit to every pod that names no account of its own."}
}

test_someone_in_particular_and_what_is_meant_for_all_are_none if {
	_violated("view", "Group", "support") == set()
	_violated("view", "User", "default") == set()
	_violated("system:discovery", "Group", "system:authenticated") == set()
}

test_an_unknown_is_undecided if {
	undecided := rule.undecided with input.subjects["role-binding"] as _bindings("view", "Group", {"unknown": "x"})
	{one.path | some one in undecided} == {["holders", 0, "title"]}
}
