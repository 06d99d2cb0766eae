# METADATA
# title: The plan knows the environments that there are
# description: >-
#   An environment that a pipeline deploys to, or whose infrastructure stands beside that of the others, and that the plan
#   does not name has no owner, no budget, no gates and no way back in the plan. Environments that come and go with a
#   change, previews and reviews, are none.
# custom:
#   severity: warning
#   applies_to: [plan-environment]
#   uses: [deploy-job, stack, plan-environment]
#   criteria: [devops-practices, delivery-pipeline]
#   controls:
#     nist-800-53: [CM-8, CM-2]
#     soc2: [CC8.1]
#     iso-27001: [A.5.9, A.8.31]
#   statements:
#     - environments[].name
#   remediation: State the environment in the plan, or remove what deploys to it and provisions it.
package planproof.rules.delivery["environments-planned"]

import data.planproof.lib.finding

violation contains finding.at(job, ["target"], message) if {
	count(_environments) > 0
	some job in input.subjects["deploy-job"]
	is_string(job.facts.target)
	not job.environment in _names
	not regex.match(_passing, lower(job.facts.target))
	message := sprintf("Deploy job %s deploys to %s, which is no environment of the plan.", [job.name, job.facts.target])
}

violation contains finding.at(stack, [], message) if {
	some stack in input.subjects.stack
	some parent, children in _homes
	count(children) > 1
	_parent(stack.facts.path) == parent
	not stack.facts.path in children
	not regex.match(_shared, lower(_last(stack.facts.path)))
	message := sprintf("Infrastructure code in %s stands beside that of the plan's environments and belongs to none of them.", [stack.facts.path])
}

undecided contains finding.undecided(job, ["target"]) if {
	count(_environments) > 0
	some job in input.subjects["deploy-job"]
	not job.environment in _names
}

examined contains finding.examined(environment) if some environment in _environments

_environments := [environment | some environment in input.subjects["plan-environment"]]

_names := {environment.name | some environment in _environments}

# Not environments that a plan has: what comes and goes with a change, and places where packages and pages are published.
_passing := `(^|[^a-z])(preview|review|pr|pull|ephemeral|feature|branch|sandbox|pages|pypi|testpypi|npm|release|releases|docs|copilot)([^a-z]|$)|[$<{]`

_shared := `^[._]|^(modules?|global|shared|common|base|bootstrap|state|accounts?|network|dns|iam|security|delivery|ci|templates?|examples?|tests?)$`

# Folders that hold those of several environments, with these.
_homes[parent] contains path if {
	some environment in _environments
	count(environment.facts.infrastructure) == 1
	path := environment.facts.infrastructure[0].path
	parent := _parent(path)
}

_parent(path) := concat("/", array.slice(parts, 0, count(parts) - 1)) if parts := split(path, "/")

_last(path) := parts[count(parts) - 1] if parts := split(path, "/")
