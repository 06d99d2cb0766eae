package main

import (
	"errors"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/util"
)

// problem is something wrong with a policy, at a place.
type problem struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

// checked is what parsing, strict compilation and type checking gave.
type checked struct {
	modules  map[string]*ast.Module
	compiler *ast.Compiler
	problems []problem
}

func checkPolicies(req request) response {
	result := check(req)
	return response{Problems: result.problems, Modules: describe(result, req.Entrypoints)}
}

func check(req request) checked {
	result := checked{modules: map[string]*ast.Module{}, problems: []problem{}}
	options := ast.ParserOptions{
		ProcessAnnotation: true,
		RegoVersion:       ast.RegoV1,
		Capabilities:      allowedCapabilities(req.Builtins),
	}
	for _, path := range util.KeysSorted(req.Files) {
		module, err := ast.ParseModuleWithOpts(path, req.Files[path], options)
		if err != nil {
			result.problems = append(result.problems, problemsOf(path, err)...)
		} else if module != nil {
			result.modules[path] = module
		}
	}
	if len(result.problems) > 0 {
		return result
	}
	compiler := newCompiler(req)
	compiler.Compile(result.modules)
	if compiler.Failed() {
		result.problems = problemsOf("", compiler.Errors)
	}
	result.compiler = compiler
	return result
}

// newCompiler is strict, and knows the shape of input when the request has its schema.
func newCompiler(req request) *ast.Compiler {
	compiler := ast.NewCompiler().
		WithStrict(true).
		WithKeepModules(true).
		WithEnablePrintStatements(req.Command == "test").
		WithCapabilities(allowedCapabilities(req.Builtins)).
		WithUseTypeCheckAnnotations(true).
		SetErrorLimit(0)
	if req.InputSchema == nil {
		return compiler
	}
	schemas := ast.NewSchemaSet()
	schemas.Put(ast.SchemaRootRef, req.InputSchema)
	return compiler.WithSchemas(schemas)
}

// allowedCapabilities lets policies call only what the host can answer: everything else is undefined to the compiler.
func allowedCapabilities(builtins []string) *ast.Capabilities {
	capabilities := ast.CapabilitiesForThisVersion()
	capabilities.AllowNet = []string{}
	capabilities.Builtins = slices.DeleteFunc(capabilities.Builtins, func(builtin *ast.Builtin) bool {
		return !slices.Contains(builtins, builtin.Name)
	})
	return capabilities
}

func problemsOf(path string, err error) []problem {
	var list ast.Errors
	var single *ast.Error
	switch {
	case errors.As(err, &list):
	case errors.As(err, &single):
		list = ast.Errors{single}
	default:
		return []problem{{File: path, Line: 1, Column: 1, Code: "rego_error", Message: err.Error()}}
	}
	problems := make([]problem, 0, len(list))
	for _, e := range list {
		p := problem{File: path, Line: 1, Column: 1, Code: e.Code, Message: e.Message}
		if e.Location != nil {
			p.File, p.Line, p.Column = e.Location.File, e.Location.Row, max(1, e.Location.Col)
		}
		if e.Details != nil {
			for _, line := range e.Details.Lines() {
				p.Message += "\n" + line
			}
		}
		problems = append(problems, p)
	}
	slices.SortStableFunc(problems, comparePlaces)
	return problems
}
