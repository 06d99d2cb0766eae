# METADATA
# title: Releases use the planned strategy
# description: >-
#   Canary and blue/green limit how many customers a bad release reaches. When the plan promises one and the
#   workloads roll out to everyone, the risk that was accepted is not the risk that is taken.
# custom:
#   severity: error
#   applies_to: [plan-environment]
#   uses: [plan-environment, workload]
#   criteria: [delivery-pipeline, rollback]
#   controls:
#     nist-800-53: [CM-3(2), CM-4]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   statements:
#     - delivery.environments.<name>.strategy
#   shown_by: [foundStrategies]
#   remediation: Give the workloads the planned strategy, or state the real one in the plan.
package planproof.rules.delivery["strategy-as-planned"]

import data.planproof.lib.finding

violation contains finding.at(environment, ["strategy"], message) if {
	some environment in input.subjects["plan-environment"]
	is_string(environment.facts.strategy)
	is_array(environment.facts.foundStrategies)
	not environment.facts.strategy in environment.facts.foundStrategies
	message := sprintf("Environment %s is planned to release by %s; the files have %s.", [environment.name, environment.facts.strategy, _listed(environment.facts.foundStrategies)])
}

# Beside others that have the planned strategy, one is stopped before its new version is ready. One replica, as a
# database that has its disk for itself, cannot be replaced otherwise.
violation contains finding.about(workload, ["strategy"], message, [_stated(environment)]) if {
	some environment in input.subjects["plan-environment"]
	environment.facts.strategy in {"rolling", "canary", "blue-green"}
	is_array(environment.facts.foundStrategies)
	environment.facts.strategy in environment.facts.foundStrategies
	some workload in _recreated
	workload.environment in {environment.name, null}
	message := sprintf("Environment %s is planned to release by %s; %s %s stops all its %d replicas first.", [environment.name, environment.facts.strategy, workload.facts.type, workload.name, workload.facts.replicas])
}

_recreated := [workload |
	some workload in input.subjects.workload
	workload.facts.type in {"Deployment", "StatefulSet"}
	workload.facts.strategy == "recreate"
	is_number(workload.facts.replicas)
	workload.facts.replicas > 1
]

_stated(environment) := finding.place(environment, ["strategy"], "The planned strategy.")

undecided contains finding.undecided(environment, ["foundStrategies"]) if {
	some environment in input.subjects["plan-environment"]
	is_string(environment.facts.strategy)
}

examined contains {"kind": environment.kind, "id": environment.id} if {
	some environment in input.subjects["plan-environment"]
	is_string(environment.facts.strategy)
}

_listed(strategies) := concat(", ", strategies) if count(strategies) > 0

_listed([]) := "no workload for it"
