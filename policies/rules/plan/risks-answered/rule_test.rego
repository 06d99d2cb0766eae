package planproof.rules.plan["risks-answered_test"]

import data.planproof.rules.plan["risks-answered"] as rule

_messages(risk) := {one.message |
	some one in rule.violation with input.subjects as {"plan": [{
		"kind": "plan", "id": "plan", "name": "plan",
		"facts": {"risks": [object.union({"title": "Fire", "owner": null, "mitigation": null}, risk)]},
	}]}
}

test_what_is_lacking_is_named if {
	_messages({}) == {`The risk "Fire" has no owner and no mitigation.`}
	_messages({"owner": "ada"}) == {`The risk "Fire" has no mitigation.`}
	_messages({"owner": "ada", "mitigation": "A second site."}) == set()
}
