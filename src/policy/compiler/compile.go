package main

import (
	"context"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/compile"
	"github.com/open-policy-agent/opa/v1/util"
)

func compilePolicies(req request) (response, error) {
	result := check(req)
	res := response{Problems: result.problems, Modules: describe(result, req.Entrypoints)}
	if len(result.problems) > 0 {
		return res, nil
	}
	policies := &bundle.Bundle{Data: map[string]any{}}
	policies.SetRegoVersion(ast.RegoV1)
	policies.Manifest.Init()
	for _, path := range util.KeysSorted(result.modules) {
		policies.Modules = append(policies.Modules, bundle.ModuleFile{
			URL:    path,
			Path:   path,
			Raw:    []byte(req.Files[path]),
			Parsed: result.modules[path],
		})
	}
	compiler := compile.New().
		WithTarget(compile.TargetWasm).
		WithCapabilities(allowedCapabilities(req.Builtins)).
		WithRegoVersion(ast.RegoV1).
		WithEntrypoints(req.Entrypoints...).
		WithBundle(policies)
	if err := compiler.Build(context.Background()); err != nil {
		res.Problems = problemsOf("", err)
		return res, nil
	}
	res.Wasm = compiler.Bundle().WasmModules[0].Raw
	return res, nil
}
