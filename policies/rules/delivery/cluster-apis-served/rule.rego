# METADATA
# title: Manifests are written in versions of the API that clusters still serve
# description: >-
#   A cluster refuses objects of a version that its release no longer has. The deployment fails on the day of the
#   upgrade, and so does going back to the release before.
# related_resources:
#   - ref: https://kubernetes.io/docs/reference/using-api/deprecation-guide/
#     description: Deprecated API migration guide
# custom:
#   severity: warning
#   applies_to: [cluster-object]
#   criteria: [devops-practices, delivery-pipeline]
#   controls:
#     nist-800-53: [CM-2, SI-2]
#     soc2: [CC8.1]
#     iso-27001: [A.8.8, A.8.9]
#   remediation: Write the object in the version that takes its place; kubectl convert does most of it.
package planproof.rules.delivery["cluster-apis-served"]

import data.planproof.lib.finding

violation contains finding.at(object, ["removedIn"], message) if {
	some object in input.subjects["cluster-object"]
	is_string(object.facts.removedIn)
	message := sprintf("%s is written as %s, which Kubernetes %s no longer has; %s.", [object.name, object.facts.type, object.facts.removedIn, _instead(object.facts.instead)])
}

_instead(version) := sprintf("%s takes its place", [version]) if {
	is_string(version)
} else := "nothing takes its place"
