# METADATA
# title: Object stores are not public
# description: >-
#   A public bucket is the shortest way to a data leak: its content is listed and copied by crawlers within
#   hours. Content for everyone belongs behind a CDN that alone may read the bucket.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
#     description: Blocking public access to Amazon S3
# custom:
#   severity: error
#   applies_to: [object-store]
#   criteria: [security-compliance]
#   required: true
#   required_for: [object-store]
#   controls:
#     nist-800-53: [AC-3, SC-7]
#     cis-controls: ["3.3"]
#     soc2: [CC6.1]
#     iso-27001: [A.5.15]
#     pci-dss: ["1.4.2"]
#   remediation: Remove the public grant and block public access on the store.
package planproof.rules.network["object-store-not-public"]

import data.planproof.lib.finding

violation contains finding.at(store, ["public"], message) if {
	some store in input.subjects["object-store"]
	store.facts.public == true
	message := sprintf("Object store %s is readable or writable by anyone.", [store.name])
}

undecided contains finding.undecided(store, ["public"]) if {
	some store in input.subjects["object-store"]
}
