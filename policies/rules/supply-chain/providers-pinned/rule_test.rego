package planproof.rules["supply-chain"]["providers-pinned_test"]

import data.planproof.rules["supply-chain"]["providers-pinned"] as rule

_dependencies(facts) := [{
	"kind": "code-dependency", "id": "d", "name": "d",
	"facts": object.union({"type": "provider", "pinned": false, "version": null}, facts),
}]

_messages(facts) := {one.message | some one in rule.violation with input.subjects["code-dependency"] as _dependencies(facts)}

_undecided(facts) if count(rule.undecided) > 0 with input.subjects["code-dependency"] as _dependencies(facts)

_examined(facts) if count(rule.examined) > 0 with input.subjects["code-dependency"] as _dependencies(facts)

test_the_message_says_what_may_be_taken if {
	_messages({}) == {"d may be of any version, and no lock file holds it."}
	_messages({"version": ">= 3"}) == {"d may be of any version >= 3, and no lock file holds it."}
	_messages({"pinned": true}) == set()
}

test_other_dependencies_are_for_other_rules if {
	_messages({"type": "module"}) == set()
	not _examined({"type": "module"})
	not _undecided({"type": "module", "pinned": {"unknown": "x"}})
}

test_an_unknown_is_undecided if {
	_undecided({"pinned": {"unknown": "x"}})
	_messages({"pinned": {"unknown": "x"}}) == set()
	not _examined({"pinned": null})
}
