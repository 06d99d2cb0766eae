package planproof.rules.rollback["analysis-aborts_test"]

import data.planproof.rules.rollback["analysis-aborts"] as rule

_analyses(effect) := [{
	"kind": "release-analysis", "id": "a", "name": "a",
	"facts": {"type": "AnalysisTemplate", "metrics": [{"name": "good", "effect": "aborts"}, {"name": "m", "effect": effect}]},
}]

_told(effect) := {[one.path[1], one.message] |
	some one in rule.violation with input.subjects["release-analysis"] as _analyses(effect)
}

test_each_way_to_abort_nothing_is_told_at_its_metric if {
	_told("aborts") == set()
	_told("dry-run") == {[1, "Metric m of AnalysisTemplate a runs dry: it aborts no release."]}
	every effect in ["no-condition", "never-fails", "stops", "off"] { count(_told(effect)) == 1 }
}

test_an_unknown_is_undecided if {
	undecided := rule.undecided with input.subjects["release-analysis"] as _analyses({"unknown": "x"})
	{one.path | some one in undecided} == {["metrics", 1, "effect"]}
	_told({"unknown": "x"}) == set()
}
