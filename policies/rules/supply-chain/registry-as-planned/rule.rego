# METADATA
# title: What runs comes from the planned registry
# description: >-
#   The plan says where what the pipeline builds is kept: scanned, signed, and there when it is needed again. An image of
#   one's own that is pulled from elsewhere was built by something else. Images of others, from public registries, are
#   theirs to keep.
# custom:
#   severity: warning
#   applies_to: [workload]
#   uses: [plan]
#   criteria: [delivery-pipeline, security-compliance]
#   controls:
#     nist-800-53: [CM-14, SR-3]
#     cis-controls: ["2.5"]
#     soc2: [CC8.1]
#     iso-27001: [A.8.32]
#   remediation: Deploy the image from the planned registry, or state the real one in the plan under delivery.artifacts.
package planproof.rules["supply-chain"]["registry-as-planned"]

import data.planproof.lib.finding

# Where others publish what everyone uses; a name without a host is one of the first.
_public := {
	"docker.io", "index.docker.io", "registry-1.docker.io", "quay.io", "registry.k8s.io", "k8s.gcr.io", "gcr.io",
	"mcr.microsoft.com", "public.ecr.aws", "ghcr.io", "registry.gitlab.com", "docker.elastic.co", "nvcr.io",
}

violation contains finding.about(workload, ["containers", i, "image"], message, [stated]) if {
	some plan in _planned
	some [workload, i, image] in _own(plan)
	not _from(image, trim_suffix(plan.facts.artifacts.registry, "/"))
	message := sprintf("%s %s runs %s, which is not from the planned registry.", [workload.facts.type, workload.name, image])
	stated := finding.place(plan, ["artifacts", "registry"], "The planned registry.")
}

undecided contains finding.undecided_because(workload, ["containers", i, "image"], container.image.unknown) if {
	count(_planned) > 0
	some workload in input.subjects.workload
	some i, container in workload.facts.containers
}

examined contains finding.examined(workload) if {
	some plan in _planned
	some [workload, _, _] in _own(plan)
}

_from(image, registry) if startswith(image, sprintf("%s/", [registry]))

# The plan may name the one repository that images are kept in; without a path a colon begins a port.
_from(image, registry) if {
	contains(registry, "/")
	some after in [":", "@"]
	startswith(image, sprintf("%s%s", [registry, after]))
}

_planned := [plan |
	some plan in input.subjects.plan
	is_string(plan.facts.artifacts.registry)
]

# Images from private registries, and those that are called as the planned ones are.
_own(plan) := [[workload, i, image] |
	some workload in input.subjects.workload
	some i, container in workload.facts.containers
	image := container.image
	is_string(image)
	contains(image, "/")
	_private(plan, image)
]

_private(_, image) if {
	host := split(image, "/")[0]
	regex.match(`[.:]`, host)
	not host in _public
}

_private(plan, image) if {
	split(image, "/")[0] == split(plan.facts.artifacts.registry, "/")[0]
	split(image, "/")[1] == split(plan.facts.artifacts.registry, "/")[1]
}
