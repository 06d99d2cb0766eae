# METADATA
# title: Databases, caches and clusters of production stand in several zones
# description: >-
#   A zone fails as a whole: power, cooling, network. What stands in one only is gone until it comes back. Judged in
#   environments that are production, unless the plan says that the environment or the component is in one zone.
# custom:
#   severity: warning
#   applies_to: [database, cache, cluster, node-pool]
#   uses: [plan-environment, plan-component]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [CP-2, CP-10]
#     soc2: [A1.2]
#     iso-27001: [A.8.14]
#   statements:
#     - environments[].zones
#   remediation: Turn on the copy in another zone, name a region or several zones, or state in the plan that one zone is enough.
package planproof.rules.recovery["production-in-several-zones"]

import data.planproof.lib.finding

violation contains finding.at(store, ["multiZone"], message) if {
	some store in _judged
	store.facts.multiZone == false
	message := sprintf("%s stands in one zone of %s.", [store.name, store.environment])
}

undecided contains finding.undecided(store, ["multiZone"]) if some store in _judged

examined contains finding.examined(store) if some store in _judged

# What follows another is a copy itself.
_judged contains store if {
	some store in input.subjects.database
	not store.facts.replica == true
	_in_production(store)
}

_judged contains store if {
	some store in input.subjects.cache
	store.facts.multiZone != null
	_in_production(store)
}

_judged contains cluster if {
	some cluster in input.subjects.cluster
	cluster.facts.multiZone != null
	_in_production(cluster)
}

_judged contains pool if {
	some pool in input.subjects["node-pool"]
	_in_production(pool)
}

_in_production(store) if {
	some environment in input.subjects["plan-environment"]
	environment.name == store.environment
	environment.facts.production
	not environment.facts.zones == 1
	not _planned_in_one(store)
}

_in_production(store) if {
	count(input.subjects["plan-environment"]) == 0
	store.environment == "production"
}

_planned_in_one(store) if {
	some component in input.subjects["plan-component"]
	component.environment in {null, store.environment}
	component.facts.zones == 1
	some resource in component.facts.resources
	resource.address == store.name
}
