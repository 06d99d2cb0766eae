package planproof.rules.observability["teams-routed_test"]

import data.planproof.rules.observability["teams-routed"] as rule

_input(team, routes) := {"subjects": {
	"alert": [{"kind": "alert", "id": "a", "name": "ShopDown", "facts": {"routed": true, "labels": {"team": team}}}],
	"alert-router": [{"kind": "alert-router", "id": "r", "name": "r", "facts": {"routes": routes}}],
}}

_route(operator, team) := {"matchers": [{"label": "team", "operator": operator, "value": team}]}

test_a_team_that_no_route_asks_for_is_violated if {
	count(rule.violation) == 1 with input as _input("checkout", [_route("=", "shop"), _route("=~", "check")])
}

test_nothing_is_said_where_routes_ask_for_no_team if {
	count(rule.violation) == 0 with input as _input("checkout", [{"matchers": []}])
}

test_a_route_for_all_others_takes_it if {
	count(rule.violation) == 0 with input as _input("checkout", [_route("=", "shop"), _route("!=", "shop")])
	count(rule.violation) == 0 with input as _input("checkout", [_route("=", "shop"), _route("!~", "shop|bank")])
	count(rule.violation) == 1 with input as _input("bank", [_route("=", "shop"), _route("!~", "shop|bank")])
}

test_a_pattern_that_cannot_be_read_may_take_it if {
	count(rule.violation) == 0 with input as _input("checkout", [_route("=", "shop"), _route("=~", "(")])
}

test_a_route_that_cannot_be_read_leaves_it_open if {
	routes := [_route("=", "shop"), {"matchers": {"unknown": "the matcher cannot be read"}}]
	count(rule.violation) == 0 with input as _input("checkout", routes)
	count(rule.undecided) == 1 with input as _input("checkout", routes)
	count(rule.undecided) == 0 with input as _input("shop", routes)
}
