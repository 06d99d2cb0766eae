# METADATA
# title: What is built is signed, attested and listed as planned
# description: >-
#   The plan promises that what runs can be traced to who built it, how, and of what parts. Where no pipeline signs,
#   attests or lists them, nobody can tell afterwards what was in a release, and anything can be put in its place.
# custom:
#   severity: error
#   applies_to: [plan]
#   uses: [pipeline, artifact-proof]
#   criteria: [security-compliance, delivery-pipeline]
#   controls:
#     nist-800-53: [SR-4, "SI-7(15)", CM-14]
#     slsa: [Build L1]
#     soc2: [CC8.1]
#     iso-27001: [A.8.28, A.5.21]
#   statements:
#     - delivery.artifacts
#   remediation: Add the step that signs, attests or lists what is built, or correct delivery.artifacts in the plan.
package planproof.rules["supply-chain"]["artifacts-as-planned"]

import data.planproof.lib.finding

_promises := {
	"signed": ["signature", "signed"],
	"provenance": ["provenance", "attested"],
	"sbom": ["sbom", "listed by its parts"],
}

violation contains finding.at(plan, ["artifacts", promise], message) if {
	some [plan, promise] in _planned
	count(input.subjects.pipeline) > 0
	[detail, words] := _promises[promise]
	not detail in _details
	message := sprintf("What is built is planned to be %s, which no pipeline does.", [words])
}

undecided contains finding.undecided_because(plan, ["artifacts", promise], "no pipeline is among the files") if {
	some [plan, promise] in _planned
	count(input.subjects.pipeline) == 0
}

examined contains finding.examined(plan) if some [plan, _] in _planned

_planned := [[plan, promise] |
	some plan in input.subjects.plan
	some promise, _ in _promises
	plan.facts.artifacts[promise] == true
]

_details contains stage.detail if {
	some pipeline in input.subjects.pipeline
	some stage in pipeline.facts.stages
	stage.kind == "sign"
}

# Tekton Chains signs what its tasks build, and says how, whatever they say.
_details contains detail if {
	some proof in input.subjects["artifact-proof"]
	proof.facts.how == "signs"
	some pipeline in input.subjects.pipeline
	pipeline.facts.system == "tekton"
	some detail in ["signature", "provenance"]
}
