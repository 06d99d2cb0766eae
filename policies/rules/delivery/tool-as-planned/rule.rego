# METADATA
# title: The infrastructure is written in the planned tool, at the planned version
# description: >-
#   Who may change what, how changes are looked at and where state is kept was planned for one tool. What another one
#   makes stands beside all of that. Code that takes other versions of the tool than planned behaves in ways that nobody
#   has tried, or cannot be applied by those who hold to the plan.
# custom:
#   severity: warning
#   applies_to: [plan]
#   uses: [stack]
#   criteria: [devops-practices]
#   controls:
#     nist-800-53: [CM-2, CM-3]
#     soc2: [CC8.1]
#     iso-27001: [A.8.9]
#   statements:
#     - infrastructure.tool
#     - infrastructure.versions.tool
#   remediation: Write the infrastructure in the planned tool and require its planned version, or correct the plan.
package planproof.rules.delivery["tool-as-planned"]

import data.planproof.lib.finding

# Tools that read the same files, or write them.
_reads := {
	"terraform": {"terraform"},
	"opentofu": {"terraform"},
	"cloudformation": {"cloudformation"},
	"cdk": {"cloudformation"},
}

violation contains finding.at(plan, ["tool"], message) if {
	some plan in _planned
	count(_tools) > 0
	count(_tools & _reads[plan.facts.tool]) == 0
	message := sprintf("The plan has the infrastructure written in %s; the files have %s.", [plan.facts.tool, concat(", ", _tools)])
}

violation contains finding.about(stack, [], message, [stated]) if {
	some plan in _planned
	count(_tools & _reads[plan.facts.tool]) > 0
	some stack in input.subjects.stack
	not stack.facts.tool in _reads[plan.facts.tool]
	message := sprintf("%s is written for %s; the plan has %s.", [stack.name, stack.facts.tool, plan.facts.tool])
	stated := finding.place(plan, ["tool"], "The planned tool.")
}

violation contains finding.about(stack, ["toolVersion"], message, [stated]) if {
	some [plan, stack] in _versioned
	is_string(stack.facts.toolVersion)
	_plain(stack.facts.toolVersion) != _plain(plan.facts.versions.tool)
	message := sprintf("%s requires version %s of its tool; the plan says %s.", [stack.name, stack.facts.toolVersion, plan.facts.versions.tool])
	stated := finding.place(plan, ["versions", "tool"], "The planned version.")
}

violation contains finding.at(plan, ["versions", "tool"], message) if {
	some plan in _planned
	stacks := [stack | some [other, stack] in _versioned; other.id == plan.id]
	count(stacks) > 0
	every stack in stacks { stack.facts.toolVersion == null }
	message := sprintf("The plan fixes the tool's version to %s, which no infrastructure code requires.", [plan.facts.versions.tool])
}

undecided contains finding.undecided(stack, ["toolVersion"]) if some [_, stack] in _versioned

undecided contains finding.undecided_because(plan, ["tool"], "no infrastructure code is among the files") if {
	some plan in _planned
	count(_tools) == 0
}

examined contains finding.examined(plan) if some plan in _planned

_planned := [plan |
	some plan in input.subjects.plan
	plan.facts.tool in object.keys(_reads)
]

_tools := {stack.facts.tool | some stack in input.subjects.stack}

_versioned := [[plan, stack] |
	some plan in _planned
	is_string(plan.facts.versions.tool)
	some stack in input.subjects.stack
	stack.facts.tool == "terraform"
	"terraform" in _reads[plan.facts.tool]
]

# As written, without spaces, in one order; a version alone is that version.
_plain(version) := concat(",", sort([trim_prefix(trim_prefix(part, "="), "v") |
	some part in split(regex.replace(version, `\s+`, ""), ",")
]))
