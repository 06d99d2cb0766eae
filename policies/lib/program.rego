# METADATA
# title: Programs of a cluster
# description: How the API server, etcd and the others are started.
package planproof.lib.program

# METADATA
# description: Those of a name among programs.
named(programs, name) := [program |
	some program in programs
	program.facts.program == name
]

# METADATA
# description: Where a flag is stated last; undefined where it is not.
index(program, name) := max({i | some i, flag in program.facts.flags; flag.name == name})

# METADATA
# description: What a flag is set to; undefined where it is not stated.
value(program, name) := program.facts.flags[index(program, name)].setting

# METADATA
# description: The parts of a flag that is a list, without what is around them; none where it is not stated.
list(program, name) := {trim_space(part) | some part in split(value(program, name), ",")}

# METADATA
# description: The path to a flag's value, for a finding.
path(program, name) := ["flags", index(program, name), "setting"]
