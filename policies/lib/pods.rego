# METADATA
# title: Pods
# description: Workloads that a cluster runs.
package planproof.lib.pods

# METADATA
# description: >-
#   Those of workloads that are pods of a cluster. On a machine of one's own, and on platforms that run one program on
#   each machine, what pods must state is for the machine to say.
among(workloads) := [workload |
	some workload in workloads
	not workload.facts.type in {"Compose service", "Fly app"}
]
