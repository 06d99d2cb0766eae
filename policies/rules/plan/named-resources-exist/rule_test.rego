package planproof.rules.plan["named-resources-exist_test"]

import data.planproof.rules.plan["named-resources-exist"] as rule

_components(found) := [{
	"kind": "plan-component", "id": "c", "name": "orders",
	"facts": {"resources": [{"address": "aws_db_instance.orders", "found": found}]},
}]

test_a_resource_that_no_code_has_is_told if {
	found := rule.violation with input.subjects["plan-component"] as _components(false)
	{one.message | some one in found} == {"The plan says that orders is aws_db_instance.orders, and no code has such a resource."}
	count(rule.violation) == 0 with input.subjects["plan-component"] as _components(true)
}

test_an_unknown_is_undecided if {
	count(rule.undecided) == 1 with input.subjects["plan-component"] as _components({"unknown": "x"})
	count(rule.violation) == 0 with input.subjects["plan-component"] as _components({"unknown": "x"})
}

test_components_without_resources_are_not_examined if {
	none := [{"kind": "plan-component", "id": "c", "name": "orders", "facts": {"resources": []}}]
	count(rule.examined) == 0 with input.subjects["plan-component"] as none
	count(rule.examined) == 1 with input.subjects["plan-component"] as _components(true)
}
