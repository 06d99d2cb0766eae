# METADATA
# title: What is collected for a rule file
# description: Which scrapes a configuration of Prometheus has that loads the file of a query.
package planproof.lib.collection

# METADATA
# description: >-
#   The scrapes beside which a query is evaluated: those of the configurations that load its file, as their patterns of
#   rule files say. None where no configuration among the files does.
scrapes(query, collectors, all) := [scrape |
	some collector in collectors
	_loads(collector, _path(query))
	prefix := sprintf("%s:", [_path(collector)])
	some scrape in all
	startswith(scrape.id, prefix)
]

_path(subject) := split(subject.id, ":")[0]

_loads(collector, path) if {
	some files in collector.facts.ruleFiles
	is_string(files.pattern)
	_covers(_last(files.pattern), _last(path))
}

_last(path) := parts[count(parts) - 1] if parts := split(path, "/")

_covers(pattern, name) if pattern == name

_covers(pattern, name) if {
	parts := split(pattern, "*")
	count(parts) > 1
	startswith(name, parts[0])
	endswith(name, parts[count(parts) - 1])
}
