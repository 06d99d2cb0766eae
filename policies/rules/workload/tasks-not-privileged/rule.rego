# METADATA
# title: Tasks and jobs of containers are not privileged
# description: >-
#   A privileged container has all of its host's capabilities and devices: whoever breaks into the task or job
#   owns the machine, and whatever else is scheduled there.
# custom:
#   severity: warning
#   applies_to: [task-definition]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [AC-6, CM-7]
#     cis-controls: ["4.8"]
#     soc2: [CC6.1]
#     iso-27001: [A.8.2]
#   remediation: Leave privileged out, and add the single capabilities or devices that the container needs.
package planproof.rules.workload["tasks-not-privileged"]

import data.planproof.lib.finding

violation contains finding.at(task, ["containers", i, "privileged"], message) if {
	some task in input.subjects["task-definition"]
	some i, container in task.facts.containers
	container.privileged == true
	message := sprintf("Container %s of %s is privileged.", [container.name, task.name])
}

undecided contains finding.undecided(task, ["containers", i, "privileged"]) if {
	some task in input.subjects["task-definition"]
	some i, _ in task.facts.containers
}
