# METADATA
# title: Statements of the plan do not contradict each other
# description: >-
#   Where two statements cannot both be kept, everybody keeps the one that they read. Judged are steps of a canary against
#   the strategy, zones of components against those of production, ports of security groups against the public ones, the
#   interval of backups against what may be lost, and the order of deploy stages against the purpose of environments.
# custom:
#   severity: error
#   applies_to: [plan, plan-environment, plan-component]
#   uses: [plan-environment]
#   criteria: [timeline-resources]
#   controls:
#     nist-800-53: [PL-2]
#     soc2: [CC5.3]
#     iso-27001: [A.5.37]
#   statements:
#     - delivery.environments.<name>.steps[]
#     - delivery.environments.<name>.strategy
#     - delivery.stages[].environment
#     - environments[].zones
#     - infrastructure.network.publicPorts
#     - infrastructure.network.securityGroups[].allows[].ports
#     - recovery.availability[].zones
#     - recovery.backups[].every
#     - recovery.objectives[].rpo
#   remediation: Decide which of the two holds, and change the other.
package planproof.rules.plan["statements-agree"]

import data.planproof.lib.finding

violation contains finding.about(environment, ["steps"], message, [place]) if {
	some environment in input.subjects["plan-environment"]
	count(environment.facts.steps) > 0
	is_string(environment.facts.strategy)
	environment.facts.strategy != "canary"
	message := sprintf("%s has steps of a canary release, and its strategy is %s.", [environment.name, environment.facts.strategy])
	place := finding.place(environment, ["strategy"], "Its strategy is stated here")
}

violation contains finding.about(component, ["zones"], message, places) if {
	some component in input.subjects["plan-component"]
	productive := [environment | some environment in input.subjects["plan-environment"]; _holds_in(component, environment)]
	count(productive) > 0
	is_number(component.facts.zones)
	every environment in productive {
		is_number(environment.facts.zones)
		environment.facts.zones < component.facts.zones
	}
	message := sprintf("%s is spread over %v zones, and %s.", [component.name, component.facts.zones, _zones(productive)])
	places := [place | some environment in productive; place := finding.place(environment, ["zones"], "Its zones are stated here")]
}

violation contains finding.about(plan, ["network", "groups", i, "allows", j, "ports"], message, [place]) if {
	some plan in input.subjects.plan
	some i, group in plan.facts.network.groups
	some j, allowed in group.allows
	allowed.from in _internet
	count(plan.facts.publicPorts) > 0
	closed := [port | some port in allowed.ports; not port in plan.facts.publicPorts; not _public_somewhere(port)]
	count(closed) > 0
	message := sprintf(
		"Security group %s lets the internet reach port %s, and the public ports are %s.",
		[group.name, _listed(closed), _listed(plan.facts.publicPorts)],
	)
	place := finding.place(plan, ["publicPorts"], "The public ports are stated here")
}

violation contains finding.about(component, ["rpoHours"], message, [place]) if {
	some component in input.subjects["plan-component"]
	component.facts.backupsStated == 1
	not component.facts.backupMethod in {"continuous", "replication", "versioning"}
	is_number(component.facts.rpoHours)
	is_number(component.facts.backupEveryHours)
	component.facts.rpoHours < component.facts.backupEveryHours
	message := sprintf(
		"%s may lose %s of data, and its backups are %s apart.",
		[component.name, _shown(component.facts.rpoHours), _shown(component.facts.backupEveryHours)],
	)
	place := finding.place(component, ["backupEveryHours"], "The interval is stated here")
}

violation contains finding.about(plan, ["stages", later.index, "environment"], message, [place]) if {
	some plan in input.subjects.plan
	stages := _first_deploys(plan)
	some later in stages
	before := [earlier | some earlier in stages; earlier.index < later.index; earlier.rank > later.rank]
	earlier := before[0]
	message := sprintf(
		"Environment %s (%s) is deployed to after %s (%s).",
		[later.environment, later.purpose, earlier.environment, earlier.purpose],
	)
	place := finding.place(plan, ["stages", earlier.index, "environment"], "It is deployed to here")
}

_holds_in(component, environment) if {
	component.environment == null
	environment.facts.production
}

_holds_in(component, environment) if component.environment == environment.name

_shown(hours) := sprintf("%v h", [hours]) if hours >= 1

_shown(hours) := sprintf("%v min", [round(hours * 60)]) if hours < 1

_internet := {"internet", "0.0.0.0/0", "::/0"}

_ranks := {"development": 1, "staging": 2, "production": 3}

# An environment may open ports that others do not.
_public_somewhere(port) if {
	some environment in input.subjects["plan-environment"]
	port in environment.facts.publicPorts
}

_zones(environments) := concat(", ", [text |
	some environment in environments
	text := sprintf("%s has %v", [environment.name, environment.facts.zones])
])

_listed(ports) := concat(", ", [sprintf("%v", [port]) | some port in ports])

_deploys(plan) := [deploy |
	some i, stage in plan.facts.stages
	stage.kind == "deploy"
	some environment in input.subjects["plan-environment"]
	environment.name == stage.environment
	deploy := {
		"index": i,
		"environment": environment.name,
		"purpose": environment.facts.purpose,
		"rank": _ranks[environment.facts.purpose],
	}
]

# Later stages of an environment may go there again.
_first_deploys(plan) := [deploy |
	deploys := _deploys(plan)
	some deploy in deploys
	count([other | some other in deploys; other.environment == deploy.environment; other.index < deploy.index]) == 0
]
