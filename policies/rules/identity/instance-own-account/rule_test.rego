package planproof.rules.identity["instance-own-account_test"]

import data.planproof.rules.identity["instance-own-account"] as rule

subject(facts) := {"kind": "instance", "id": "s", "name": "s", "facts": facts}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"instance": [subject(facts)]}}}

open(facts) := {each.reason | some each in rule.undecided with input as {"subjects": {"instance": [subject(facts)]}}}

facts(default_account, every_scope) := {"defaultAccount": default_account, "everyScope": every_scope}

test_the_scopes_are_told_where_they_are_known if {
	messages(facts(true, true)) == {"Instance s runs as the default service account with every scope."}
	messages(facts(true, false)) == {"Instance s runs as the default service account."}
	messages(facts(true, {"unknown": "a"})) == {"Instance s runs as the default service account."}
	messages(facts(false, true)) == set()
}

test_what_is_not_known_is_undecided if open(facts({"unknown": "a"}, true)) == {"a"}
