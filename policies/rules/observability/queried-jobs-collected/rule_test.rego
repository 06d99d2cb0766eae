package planproof.rules.observability["queried-jobs-collected_test"]

import data.planproof.rules.observability["queried-jobs-collected"] as rule

_query(path) := {"kind": "query", "id": sprintf("%s:g/A", [path]), "name": "A", "facts": {"jobs": ["checkout"]}}

_collector := {
	"kind": "metrics-collector", "id": "prometheus.yml:collector", "name": "c",
	"facts": {"ruleFiles": [{"pattern": "/rules/*.yml"}, {"pattern": {"unknown": "x"}}]},
}

_scrape(path, job) := {"kind": "scrape", "id": sprintf("%s:job/a", [path]), "name": "a", "facts": {"job": job}}

_subjects(path, scrapes) := {
	"query": [_query(path)],
	"metrics-collector": [_collector],
	"scrape": scrapes,
}

_messages(path, scrapes) := {one.message | some one in rule.violation with input.subjects as _subjects(path, scrapes)}

_reasons(path, scrapes) := {one.reason | some one in rule.undecided with input.subjects as _subjects(path, scrapes)}

test_a_job_that_nothing_collects_is_a_violation if {
	_messages("a/shop.yml", [_scrape("prometheus.yml", "cart")]) == {"A asks for the job checkout, which nothing collects."}
	_messages("a/shop.yml", [_scrape("prometheus.yml", "checkout")]) == set()
}

test_a_job_that_may_be_called_so_is_undecided if {
	scrapes := [_scrape("prometheus.yml", "cart"), _scrape("prometheus.yml", {"unknown": "x"})]
	_messages("a/shop.yml", scrapes) == set()
	_reasons("a/shop.yml", scrapes) == {"the job of what a collects is not known"}
}

test_rules_that_no_configuration_loads_and_jobs_of_others_say_nothing if {
	_messages("a/shop.yaml", [_scrape("prometheus.yml", "cart")]) == set()
	_messages("a/shop.yml", [_scrape("other.yml", "cart")]) == set()
}
