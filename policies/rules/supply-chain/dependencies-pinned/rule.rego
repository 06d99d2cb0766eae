# METADATA
# title: Third-party code in pipelines is pinned by hash
# description: >-
#   A tag of someone else's repository can be moved to other code at any time, as has happened to much-used
#   actions. The pipeline then runs that code with your secrets. A full commit hash or a digest cannot be
#   moved.
# related_resources:
#   - ref: https://docs.github.com/en/actions/security-for-github-actions/security-guides/security-hardening-for-github-actions
#     description: Security hardening for GitHub Actions
# custom:
#   severity: error
#   applies_to: [build-dependency]
#   criteria: [security-compliance]
#   controls:
#     nist-800-53: [SR-3, SI-7, CM-7(5)]
#     cis-controls: ["16.5"]
#     soc2: [CC8.1]
#     iso-27001: [A.5.21]
#     owasp-cicd: [CICD-SEC-3]
#     slsa: [Build L3]
#   remediation: Name the full commit hash or the digest instead of the tag, and the whole version of an orb or a library; keep the version of a hash in a comment.
package planproof.rules["supply-chain"]["dependencies-pinned"]

import data.planproof.lib.finding

# An image beside the job sees neither its token nor its secrets.
_theirs(dependency) if {
	not dependency.facts.firstParty == true
	dependency.facts.type != "service"
	not _told_elsewhere(dependency)
}

# Steps of these are containers of the cluster, too, of which workload/images-versioned says that they have no version.
_told_elsewhere(dependency) if {
	dependency.format in {"argo-workflows", "tekton"}
	dependency.facts.type == "image"
	dependency.facts.pinned == false
	_unversioned(regex.replace(dependency.name, `^.*/`, ""))
}

_unversioned(name) if not contains(name, ":")

_unversioned(name) if endswith(name, ":latest")

violation contains finding.at(dependency, ["pinned"], message) if {
	some dependency in input.subjects["build-dependency"]
	_theirs(dependency)
	dependency.facts.firstParty == false
	dependency.facts.pinned == false
	message := _message(dependency)
}

_message(dependency) := sprintf("Image %s is not pinned by a digest.", [dependency.name]) if {
	dependency.facts.type == "image"
}

_message(dependency) := sprintf("%s is not pinned by a full commit hash.", [dependency.facts.reference]) if {
	not dependency.facts.type in {"image", "orb", "library"}
	not _is_pipe(dependency)
}

_message(dependency) := sprintf("Pipe %s is not pinned by an image digest.", [dependency.facts.reference]) if {
	_is_pipe(dependency)
}

# A pipe of Bitbucket is run as an image: it has no commit hash.
_is_pipe(dependency) if {
	dependency.format == "bitbucket-pipelines"
	dependency.facts.type == "action"
}

_message(dependency) := sprintf("Orb %s is not pinned by a full version.", [dependency.facts.reference]) if {
	dependency.facts.type == "orb"
}

_message(dependency) := sprintf("Library %s is not pinned by a version.", [dependency.facts.reference]) if {
	dependency.facts.type == "library"
}

undecided contains finding.undecided(dependency, ["pinned"]) if {
	some dependency in input.subjects["build-dependency"]
	_theirs(dependency)
}

examined contains finding.examined(dependency) if {
	some dependency in input.subjects["build-dependency"]
	_theirs(dependency)
}
