// Evaluates expressions as HashiCorp's own libraries do, for our evaluator to be held against.
//
// Reads JSON lines `{"expression": "…", "variables": {"name": "expression"}}`, or `{"config": "…"}`, of which only is
// asked whether it can be parsed, and prints one for each:
// `{"json": "…"}` with what jsonencode gives for the value, or `{"error": "syntax"}`, `{"error": "value"}`,
// `{"error": "variable"}`, `{"error": "unknown"}`, `{"error": "panic"}`. With the argument `functions` it prints the names of the functions that it has.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

type request struct {
	Expression string            `json:"expression"`
	Variables  map[string]string `json:"variables"`
	// A whole file, of which only is asked whether it can be parsed.
	Config string `json:"config"`
}

type answer struct {
	JSON  string `json:"json,omitempty"`
	Error string `json:"error,omitempty"`
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "functions" {
		for _, name := range slices.Sorted(maps.Keys(functions)) {
			fmt.Println(name)
		}
		return
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<26)
	encoder := json.NewEncoder(out)
	for lines.Scan() {
		var asked request
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			fatal(err)
		}
		if err := encoder.Encode(answered(asked)); err != nil {
			fatal(err)
		}
	}
	if err := lines.Err(); err != nil {
		fatal(err)
	}
}

func fatal(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func answered(asked request) (result answer) {
	// Some mistakes in expressions make the libraries panic.
	defer func() {
		if recover() != nil {
			result = answer{Error: "panic"}
		}
	}()
	if asked.Config != "" {
		_, problems := hclsyntax.ParseConfig([]byte(asked.Config), "", hcl.InitialPos)
		if problems.HasErrors() {
			return answer{Error: "syntax"}
		}
		return answer{JSON: "null"}
	}
	variables := map[string]cty.Value{}
	for name, text := range asked.Variables {
		value, kind := evaluate(text, nil)
		if kind != "" {
			return answer{Error: "variable"}
		}
		variables[name] = value
	}
	value, kind := evaluate(asked.Expression, variables)
	if kind != "" {
		return answer{Error: kind}
	}
	text, err := stdlib.JSONEncode(value)
	if err != nil {
		return answer{Error: "value"}
	}
	// The libraries do not look at nulls whose type they do not know.
	if !text.IsKnown() {
		return answer{Error: "unknown"}
	}
	return answer{JSON: text.AsString()}
}

func evaluate(text string, variables map[string]cty.Value) (cty.Value, string) {
	expression, problems := hclsyntax.ParseExpression([]byte(text), "", hcl.InitialPos)
	if problems.HasErrors() {
		return cty.DynamicVal, "syntax"
	}
	value, problems := expression.Value(&hcl.EvalContext{Variables: variables, Functions: functions})
	if problems.HasErrors() {
		return cty.DynamicVal, "value"
	}
	return value, ""
}
