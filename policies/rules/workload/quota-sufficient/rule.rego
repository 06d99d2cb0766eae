# METADATA
# title: Quotas let all pods of their namespace start
# description: >-
#   What a quota does not grant is not started, and nobody is told: a deployment stays at its old version, an autoscaler
#   below what it may go up to. A quota on cores or memory also refuses each pod that does not say how much it asks for.
# custom:
#   severity: error
#   applies_to: [resource-limit]
#   criteria: [devops-practices, timeline-resources]
#   controls:
#     nist-800-53: [CP-2(2), SC-5, SC-6]
#     soc2: [A1.1]
#     iso-27001: [A.8.6]
#   remediation: Raise the quota, run fewer replicas, or state requests in each container.
package planproof.rules.workload["quota-sufficient"]

import data.planproof.lib.finding

violation contains finding.at(limit, [asked.resource], message) if {
	some limit in _judged
	some asked in limit.facts.asked
	granted := _granted(limit, asked.resource)
	asked.total > granted
	message := sprintf(
		"Quota %s of namespace %s grants %v %s; its workloads may ask for %v: %s.",
		[limit.name, limit.facts.namespace, granted, _units[asked.resource], asked.total, asked.arithmetic],
	)
}

violation contains finding.at(limit, ["refused", i, "container"], message) if {
	some limit in _judged
	some i, refused in limit.facts.refused
	message := sprintf(
		"%s, which quota %s demands: it refuses such pods where no LimitRange fills that in.",
		[refused.container, limit.name],
	)
}

undecided contains finding.undecided_because(limit, [asked.resource], reason) if {
	some limit in _judged
	some asked in limit.facts.asked
	asked.total <= _granted(limit, asked.resource)
	count(asked.open) > 0
	reason := sprintf("not all that is asked for is known: %s", [concat("; ", asked.open)])
}

undecided contains finding.undecided(limit, [fact]) if {
	some limit in _quotas
	some fact in ["namespace", "cpu", "memory", "pods"]
}

undecided contains finding.undecided_because(limit, ["partial"], "it is about some of the pods only") if {
	some limit in _quotas
	limit.facts.partial == true
}

examined contains finding.examined(limit) if some limit in _quotas

_quotas := [limit | some limit in input.subjects["resource-limit"]; limit.facts.type == "ResourceQuota"]

_judged := [limit | some limit in _quotas; limit.facts.partial == false]

_units := {"cpu": "cores", "memory": "GiB of memory", "pods": "pods"}

_granted(limit, "memory") := round((limit.facts.memory / 1073741824) * 1000) / 1000 if is_number(limit.facts.memory)

_granted(limit, resource) := limit.facts[resource] if {
	resource != "memory"
	is_number(limit.facts[resource])
}
