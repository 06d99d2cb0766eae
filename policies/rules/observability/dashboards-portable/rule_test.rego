package planproof.rules.observability["dashboards-portable_test"]

import data.planproof.rules.observability["dashboards-portable"] as rule

subject(facts) := {"kind": "dashboard", "id": "s", "name": "s", "facts": object.union({"system": "grafana"}, facts)}

messages(facts) := {each.message | some each in rule.violation with input as {"subjects": {"dashboard": [subject(facts)]}}}

test_a_data_source_of_one_installation_is_told if {
	messages({"fixedDataSources": ["a1b2"]}) == {"Dashboard s names the data source a1b2 of one installation."}
	messages({"fixedDataSources": []}) == set()
}

test_one_that_the_files_provision_is_known_by_its_name_or_uid if {
	source := {"kind": "data-source", "id": "p", "name": "Prometheus", "facts": {"uid": "a1b2"}}
	board := subject({"fixedDataSources": ["a1b2", "Prometheus", "Loki"]})
	given := {"subjects": {"dashboard": [board], "data-source": [source]}}
	said := {each.message | some each in rule.violation with input as given}
	said == {"Dashboard s names the data source Loki of one installation."}
}

test_dashboards_of_clouds_are_not_asked if {
	messages({"system": "cloudwatch", "fixedDataSources": ["a"]}) == set()
}
