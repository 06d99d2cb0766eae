# METADATA
# title: Twins
# description: Files that are one and the same in two languages.
package planproof.lib.twin

# METADATA
# description: >-
#   Two subjects of `rules.yaml` and `rules.json`: one is generated of the other, and only one of them is loaded.
twins(one, other) if {
	[stem, extension] := _file(one)
	[another, language] := _file(other)
	stem == another
	extension != language
}

_file(subject) := [regex.replace(name, `\.[^.]*$`, ""), regex.replace(name, `^.*\.`, "")] if {
	name := regex.replace(split(subject.id, ":")[0], "^.*/", "")
}
