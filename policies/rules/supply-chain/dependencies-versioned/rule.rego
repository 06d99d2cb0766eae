# METADATA
# title: What pipelines take from elsewhere has a version
# description: >-
#   A branch, `latest`, `volatile` or no version at all is other code tomorrow, without a change in this repository: a
#   pipeline that passed yesterday fails, or tests against another database, and no run can be made again as it was.
# related_resources:
#   - ref: https://docs.gitlab.com/ci/yaml/#includeproject
#     description: Including files of other projects in GitLab
#   - ref: https://circleci.com/docs/orb-intro/#semantic-versioning
#     description: Versions of orbs
# custom:
#   severity: warning
#   applies_to: [build-dependency]
#   criteria: [devops-practices, security-compliance]
#   controls:
#     nist-800-53: [SR-3, CM-2]
#     soc2: [CC8.1]
#     iso-27001: [A.5.21]
#     owasp-cicd: [CICD-SEC-3]
#   remediation: >-
#     Name a version: a tag, or better the full commit hash or the digest. What is included from another project needs a
#     ref.
package planproof.rules["supply-chain"]["dependencies-versioned"]

import data.planproof.lib.finding

violation contains finding.at(dependency, ["versioned"], message) if {
	some dependency in _judged
	dependency.facts.versioned == false
	message := sprintf("%s%s has no version, so that each run takes whatever is the newest.", [_kind(dependency), dependency.facts.reference])
}

undecided contains finding.undecided(dependency, ["versioned"]) if {
	some dependency in _judged
}

examined contains finding.examined(dependency) if {
	some dependency in _judged
}

# Of the code of others, supply-chain/dependencies-pinned asks more; of what Argo and Tekton run as containers of the
# cluster, workload/images-versioned asks the same.
_judged := [dependency |
	some dependency in input.subjects["build-dependency"]
	not _others(dependency)
	not _container(dependency)
]

_others(dependency) if {
	dependency.facts.firstParty == false
	dependency.facts.type != "service"
}

_container(dependency) if {
	dependency.format in {"argo-workflows", "tekton"}
	dependency.facts.type in {"image", "service"}
}

_kind(dependency) := {"image": "Image ", "service": "Service ", "orb": "Orb "}[dependency.facts.type]

_kind(dependency) := "" if not dependency.facts.type in {"image", "service", "orb"}
