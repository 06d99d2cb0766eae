package planproof.rules["supply-chain"]["modules-pinned_test"]

import data.planproof.rules["supply-chain"]["modules-pinned"] as rule

_dependencies(facts) := [{
	"kind": "code-dependency", "id": "d", "name": "d",
	"facts": object.union({"type": "module", "pinned": false, "version": null}, facts),
}]

_messages(facts) := {one.message | some one in rule.violation with input.subjects["code-dependency"] as _dependencies(facts)}

_undecided(facts) if count(rule.undecided) > 0 with input.subjects["code-dependency"] as _dependencies(facts)

_examined(facts) if count(rule.examined) > 0 with input.subjects["code-dependency"] as _dependencies(facts)

test_the_message_says_what_may_be_taken if {
	_messages({}) == {"d takes whatever is newest of its source."}
	_messages({"version": "main"}) == {"d takes main of its source, which moves."}
	_messages({"pinned": true}) == set()
}

test_other_dependencies_are_for_other_rules if {
	_messages({"type": "provider"}) == set()
	not _examined({"type": "provider"})
	not _undecided({"type": "provider", "pinned": {"unknown": "x"}})
}

test_an_unknown_is_undecided if {
	_undecided({"pinned": {"unknown": "x"}})
	_messages({"pinned": {"unknown": "x"}}) == set()
	_examined({"pinned": null})
}
