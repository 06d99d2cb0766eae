# METADATA
# title: What is to fail over by itself has something that makes it
# description: >-
#   A second region takes over by itself only if names or a balancer send requests there when the first fails, and its
#   data are there too. Without that, somebody must wake up, decide and change records by hand. Databases are held
#   against what keeps them in several regions; everything else against names and balancers.
# custom:
#   severity: error
#   applies_to: [plan-component]
#   uses: [failover, database, cache, stack]
#   criteria: [devops-practices, rollback]
#   controls:
#     nist-800-53: [CP-7, CP-10, SC-5]
#     soc2: [A1.2]
#     iso-27001: [A.8.14, A.5.30]
#   statements:
#     - recovery.availability[].failover
#   remediation: Add records that fail over, a balancer before both regions or a database that switches by itself, or plan the failover as manual.
package planproof.rules.recovery["failover-prepared"]

import data.planproof.lib.finding
import data.planproof.lib.unknown

violation contains finding.at(component, ["failover"], message) if {
	some component in _automatic
	count(input.subjects.stack) > 0
	count(_making(component)) == 0
	count(_open(component)) == 0
	count(_by_hand(component)) == 0
	message := sprintf("%s is to fail over to %s by itself, and nothing in the files makes it.", [
		component.name,
		component.facts.standbyRegion,
	])
}

violation contains finding.at(component, ["failover"], message) if {
	some component in _automatic
	count(_making(component)) == 0
	count(_open(component)) == 0
	hands := _by_hand(component)
	count(hands) > 0
	message := sprintf("%s is to fail over to %s by itself, and %s is switched by hand.", [
		component.name,
		component.facts.standbyRegion,
		concat(" and ", sort(hands)),
	])
}

undecided contains finding.undecided_because(component, ["failover"], reason) if {
	some component in _automatic
	count(_making(component)) == 0
	some reason in _open(component)
}

undecided contains finding.undecided_because(component, ["failover"], "no infrastructure code was scanned") if {
	some component in _automatic
	count(input.subjects.stack) == 0
}

examined contains finding.examined(component) if some component in _automatic

# Within a region replicas and zones do that, which other rules ask for.
_automatic := [component |
	some component in input.subjects["plan-component"]
	component.facts.failover == "automatic"
	is_string(component.facts.standbyRegion)
]

_making(component) := {failover.name |
	some failover in input.subjects.failover
	_about(component, failover)
	failover.facts.automatic == true
}

_by_hand(component) := {failover.name |
	some failover in input.subjects.failover
	_about(component, failover)
	failover.facts.automatic == false
}

_about(component, failover) if {
	not _holds_data(component)
	failover.facts.method != "database"
}

_about(component, failover) if {
	_holds_data(component)
	count(_instances(component) & {id | some id in failover.facts.data}) > 0
}

# Why it may be made all the same.
_open(component) := {reason |
	some failover in input.subjects.failover
	_about(component, failover)
	reason := unknown.reason(failover.facts.automatic)
} | {reason |
	_holds_data(component)
	some failover in input.subjects.failover
	reason := _data_unknown(component, failover)
}

_data_unknown(_, failover) := unknown.reason(failover.facts.data)

_data_unknown(component, failover) := reason if {
	failover.facts.data == null
	reason := sprintf("whether %s leads to %s is not known", [failover.name, component.name])
}

_data_unknown(component, failover) := reason if {
	is_array(failover.facts.data)
	count(_instances(component)) == 0
	reason := sprintf("the databases that are %s were not found in the files", [component.name])
}

_holds_data(component) if component.facts.type in {"database", "cache"}

# The databases that it is, by their resources.
_instances(component) := {store.id |
	some store in _stores
	some resource in component.facts.resources
	_is(store.name, resource.address)
}

_stores contains store if some store in input.subjects.database

_stores contains store if some store in input.subjects.cache

# Single databases of a server are no subjects of their own.
_stores contains {"id": id, "name": substring(id, indexof(id, ":") + 1, -1)} if {
	some failover in input.subjects.failover
	some id in failover.facts.data
}

_is(name, address) if name == address

_is(name, address) if startswith(name, sprintf("%s.", [address]))

_is(name, address) if startswith(name, sprintf("%s[", [address]))
