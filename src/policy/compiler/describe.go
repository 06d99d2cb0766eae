package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/util"
)

// moduleInfo is what the host wants to know about a policy file without parsing Rego.
type moduleInfo struct {
	File string `json:"file"`
	// Package is the path below `data`, segment by segment.
	Package []string `json:"package"`
	// Line is the line of the package declaration.
	Line int `json:"line"`
	// Metadata is the package's METADATA block, null when there is none.
	Metadata     any `json:"metadata"`
	MetadataLine int `json:"metadataLine"`
	// Defines names the module's rules.
	Defines []string `json:"defines"`
	// Reached names those of them that an entry point depends on.
	Reached []string `json:"reached"`
	// Kinds are the kinds of subjects it reads, with the line of the first mention; `*` when the kind is computed.
	Kinds map[string]int `json:"kinds"`
	// Words are all strings of its terms, keys of references among them; null when it goes through a subject's facts
	// whatever they are called.
	Words []string `json:"words"`
}

func describe(result checked, entrypoints []string) []moduleInfo {
	if result.compiler == nil {
		return nil
	}
	reached := reachedRules(result.compiler, entrypoints)
	infos := make([]moduleInfo, 0, len(result.modules))
	for _, path := range util.KeysSorted(result.modules) {
		module := result.modules[path]
		info := moduleInfo{
			File:    path,
			Package: segments(module.Package.Path),
			Line:    module.Package.Location.Row,
			Kinds:   kindsRead(module),
			Words:   words(module),
			Defines: []string{},
			Reached: []string{},
		}
		for _, annotations := range module.Annotations {
			if annotations.Scope == "package" {
				info.Metadata, info.MetadataLine = annotations, annotations.Location.Row
			}
		}
		for _, rule := range module.Rules {
			info.Defines = append(info.Defines, rule.Head.Ref()[0].String())
		}
		if compiled := result.compiler.Modules[path]; compiled != nil {
			for _, rule := range compiled.Rules {
				if reached[rule] {
					info.Reached = append(info.Reached, rule.Head.Ref()[0].String())
				}
			}
		}
		info.Defines = sortedUnique(info.Defines)
		info.Reached = sortedUnique(info.Reached)
		infos = append(infos, info)
	}
	return infos
}

// reachedRules follows the compiler's dependency graph from the entry points.
func reachedRules(compiler *ast.Compiler, entrypoints []string) map[*ast.Rule]bool {
	reached := map[*ast.Rule]bool{}
	// Without a graph, compilation failed before anything could depend on anything.
	if compiler.Graph == nil {
		return reached
	}
	var queue []*ast.Rule
	for _, entrypoint := range entrypoints {
		ref := ast.Ref{ast.DefaultRootDocument}
		for segment := range strings.SplitSeq(entrypoint, "/") {
			ref = ref.Append(ast.StringTerm(segment))
		}
		queue = append(queue, compiler.GetRules(ref)...)
	}
	for len(queue) > 0 {
		rule := queue[0]
		queue = queue[1:]
		if reached[rule] {
			continue
		}
		reached[rule] = true
		for dependency := range compiler.Graph.Dependencies(rule) {
			if next, ok := dependency.(*ast.Rule); ok {
				queue = append(queue, next)
			}
		}
	}
	return reached
}

// kindsRead finds `input.subjects[kind]` in a module.
func kindsRead(module *ast.Module) map[string]int {
	kinds := map[string]int{}
	prefix := ast.MustParseRef("input.subjects")
	ast.WalkRefs(module, func(ref ast.Ref) bool {
		if !ref.HasPrefix(prefix) {
			return false
		}
		kind := "*"
		if len(ref) > len(prefix) {
			if name, ok := ref[len(prefix)].Value.(ast.String); ok {
				kind = string(name)
			}
		}
		line := ref[0].Location.Row
		if known, ok := kinds[kind]; !ok || line < known {
			kinds[kind] = line
		}
		return false
	})
	return kinds
}

const facts = "facts"

// words gathers every string that a module holds: a fact whose name is not among them, the module cannot read,
// unless it takes the facts one after the other.
func words(module *ast.Module) []string {
	found := []string{}
	open := false
	ast.WalkTerms(module, func(term *ast.Term) bool {
		switch value := term.Value.(type) {
		case ast.String:
			found = append(found, string(value))
		case ast.Ref:
			open = open || goesThroughFacts(value)
		case ast.Call:
			open = open || iterates(value)
		}
		return false
	})
	ast.WalkExprs(module, func(expr *ast.Expr) bool {
		if terms, ok := expr.Terms.([]*ast.Term); ok {
			open = open || iterates(terms)
		}
		return false
	})
	if open {
		return nil
	}
	return sortedUnique(found)
}

// goesThroughFacts finds `x.facts[key]` and `facts[key]` with a key that the module does not spell out.
func goesThroughFacts(ref ast.Ref) bool {
	for i := range len(ref) - 1 {
		if !isFacts(ref[i]) {
			continue
		}
		if _, spelled := ref[i+1].Value.(ast.String); !spelled {
			return true
		}
	}
	return false
}

// iterates finds functions that see all facts of an object: `some key, value in x.facts`, `walk(x)`, `object.keys(facts)`.
func iterates(terms []*ast.Term) bool {
	name := terms[0].String()
	if name == "walk" || name == "json.marshal" {
		return true
	}
	if name == "object.get" || !(strings.HasPrefix(name, "internal.member") || strings.HasPrefix(name, "object.") || name == "count") {
		return false
	}
	return slices.ContainsFunc(terms[1:], func(term *ast.Term) bool {
		if ref, ok := term.Value.(ast.Ref); ok {
			return isFacts(ref[len(ref)-1])
		}
		return isFacts(term)
	})
}

func isFacts(term *ast.Term) bool {
	switch value := term.Value.(type) {
	case ast.String:
		return string(value) == facts
	case ast.Var:
		return string(value) == facts
	}
	return false
}

func segments(path ast.Ref) []string {
	names := make([]string, 0, len(path))
	for _, term := range path[1:] {
		names = append(names, strings.Trim(term.Value.String(), `"`))
	}
	return names
}

func sortedUnique(names []string) []string {
	slices.Sort(names)
	return slices.Compact(names)
}

func comparePlaces(a, b problem) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}
