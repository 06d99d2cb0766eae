# METADATA
# title: Releases use the planned strategy
# description: >-
#   Canary and blue/green limit how many customers a bad release reaches. When the plan promises one and the
#   workloads roll out to everyone, the risk that was accepted is not the risk that is taken.
# custom:
#   severity: error
#   applies_to: [plan-environment]
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
