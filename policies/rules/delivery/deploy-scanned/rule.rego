# METADATA
# title: A security scan passes before production is deployed
# description: >-
#   Known vulnerabilities, leaked secrets and unsafe configuration are found by scanners in minutes, or by
#   others later. The scan must be in the way of the deploy to production, and able to stop it.
# custom:
#   severity: error
#   applies_to: [deploy-job]
#   uses: [pipeline]
#   criteria: [security-compliance, delivery-pipeline]
#   required: true
#   controls:
#     nist-800-53: [RA-5, SA-11(1)]
#     cis-controls: ["16.12"]
#     soc2: [CC7.1]
#     iso-27001: [A.8.8, A.8.29]
#     pci-dss: ["6.3.1"]
#   statements:
#     - security.scanning
#   remediation: Let the deploy job need a job that scans and fails on what it finds.
package planproof.rules.delivery["deploy-scanned"]

import data.planproof.lib.finding

violation contains finding.at(job, ["scannedBefore"], message) if {
	some job in input.subjects["deploy-job"]
	job.facts.production == true
	job.facts.scannedBefore == false
	message := sprintf("Deploy job %s does not wait for %s.", [job.name, _awaited(job)])
}

_awaited(job) := "a security scan that can fail it" if job.facts.pipeline in _advisory

_awaited(job) := "a security scan" if not job.facts.pipeline in _advisory

# Pipelines with one whose failure is passed over.
_advisory contains pipeline.id if {
	some pipeline in input.subjects.pipeline
	some stage in pipeline.facts.stages
	stage.kind == "scan"
	stage.blocking == false
}

undecided contains finding.undecided(job, [fact]) if {
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
	not job.facts.scannedBefore == true
	some fact in ["production", "scannedBefore"]
}

examined contains {"kind": job.kind, "id": job.id} if {
	some job in input.subjects["deploy-job"]
	not job.facts.production == false
}
