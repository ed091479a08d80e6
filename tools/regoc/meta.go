package main

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// policy is what the host needs to know of one policy without reading Rego.
type policy struct {
	ID          string `json:"id"`
	Scope       string `json:"scope"`
	Title       string `json:"title"`
	Description string `json:"description"`
	Severity    string `json:"severity"`
	// DocsURL is absolute, or relative to the top of this repository.
	DocsURL string `json:"docsUrl"`
	// Sources are what the page goes by.
	Sources []source `json:"sources,omitempty"`
	// Rules of a policy that holds several, by id.
	Rules       []rule            `json:"rules,omitempty"`
	Entrypoints map[string]string `json:"entrypoints"`
	// Reads holds the second part of each input.x.y that the policy names, so that the host can leave out the rest.
	Reads []string `json:"reads"`
}

type source struct {
	Title string `json:"title"`
	URL   string `json:"url"`
}

// rule is one of several that a policy holds: METADATA with custom.rule above one of its rules deny or warn.
type rule struct {
	ID          string `json:"id"`
	Title       string `json:"title"`
	Description string `json:"description"`
	Effect      string `json:"effect"`
}

var severities = []string{"low", "medium", "high", "critical"}

// describe lists the policies by id and refuses one whose METADATA is not complete.
func describe(compiler *ast.Compiler) ([]policy, error) {
	var policies []policy
	var problems []error
	for name, module := range compiler.Modules {
		scope := scopeOf(module)
		if scope == "" || strings.HasSuffix(name, "_test.rego") {
			continue
		}
		found, err := describeModule(compiler, module, scope)
		if err == nil && found.ID != path.Base(path.Dir(name)) {
			err = fmt.Errorf("custom.id is %q, expected the name of the folder", found.ID)
		}
		if err != nil {
			problems = append(problems, fmt.Errorf("%s: %w", name, err))
		}
		policies = append(policies, found)
	}
	slices.SortFunc(policies, func(a, b policy) int { return cmp.Compare(a.ID, b.ID) })
	return policies, errors.Join(problems...)
}

// scopeOf is the second part of a package such as data.tollgate.resource.required_tags, or "" for a library.
func scopeOf(module *ast.Module) string {
	ref := module.Package.Path
	if len(ref) == 4 && ref[1].Equal(ast.StringTerm("tollgate")) {
		if scope := string(ref[2].Value.(ast.String)); scope == "resource" || scope == "change" {
			return scope
		}
	}
	return ""
}

func describeModule(compiler *ast.Compiler, module *ast.Module, scope string) (policy, error) {
	found := policy{Scope: scope, Entrypoints: map[string]string{}, Reads: reads(compiler, module)}
	for _, rule := range module.Rules {
		if name := string(rule.Head.Name); name == "deny" || name == "warn" {
			found.Entrypoints[name] = strings.ReplaceAll(strings.TrimPrefix(rule.Ref().String(), "data."), ".", "/")
		}
	}
	if len(found.Entrypoints) == 0 {
		return found, errors.New("neither a rule deny nor a rule warn")
	}
	for _, note := range module.Annotations {
		if note.Scope != "package" {
			continue
		}
		found.Title, found.Description = note.Title, note.Description
		found.ID, _ = note.Custom["id"].(string)
		found.Severity, _ = note.Custom["severity"].(string)
		if len(note.RelatedResources) > 0 {
			found.DocsURL = note.RelatedResources[0].Ref.String()
			for _, other := range note.RelatedResources[1:] {
				found.Sources = append(found.Sources, source{Title: other.Description, URL: other.Ref.String()})
			}
		}
	}
	if found.Title == "" || found.Description == "" || found.ID == "" || found.DocsURL == "" {
		return found, errors.New("METADATA needs title, description, related_resources and custom.id")
	}
	if !slices.Contains(severities, found.Severity) {
		return found, fmt.Errorf("custom.severity is %q, expected one of %s", found.Severity, strings.Join(severities, ", "))
	}
	var err error
	found.Rules, err = describeRules(module)
	return found, err
}

func describeRules(module *ast.Module) ([]rule, error) {
	var rules []rule
	var problems []error
	for _, note := range module.Annotations {
		id, ok := note.Custom["rule"].(string)
		if !ok {
			continue
		}
		found := rule{ID: id, Title: note.Title, Description: note.Description, Effect: effectOf(note)}
		if found.Title == "" || found.Description == "" || found.Effect == "" {
			problems = append(problems, fmt.Errorf("METADATA of %s needs title and description, above a rule deny or warn", id))
		}
		if slices.ContainsFunc(rules, func(other rule) bool { return other.ID == id }) {
			problems = append(problems, fmt.Errorf("%s is described twice", id))
		}
		rules = append(rules, found)
	}
	slices.SortFunc(rules, func(a, b rule) int { return cmp.Compare(a.ID, b.ID) })
	return rules, errors.Join(problems...)
}

// effectOf is the name of the rule that METADATA stands above, or "" for any other than deny and warn.
func effectOf(note *ast.Annotations) string {
	path := note.GetTargetPath()
	name := strings.Trim(path[len(path)-1].String(), `"`)
	if name != "deny" && name != "warn" {
		return ""
	}
	return name
}

// reads lists what the module, and every library, takes from the input. "*" stands for all of it.
func reads(compiler *ast.Compiler, policyModule *ast.Module) []string {
	seen := map[string]bool{}
	visit := func(ref ast.Ref) bool {
		if ref.HasPrefix(ast.InputRootRef) {
			seen[readKey(ref)] = true
		}
		return false
	}
	ast.WalkRefs(policyModule, visit)
	for _, module := range compiler.Modules {
		if scopeOf(module) == "" && !strings.HasSuffix(module.Package.Path.String(), "_test") {
			ast.WalkRefs(module, visit)
		}
	}
	keys := make([]string, 0, len(seen))
	for key := range seen {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// readKey is "resource.tags" for input.resource.tags.x, "units" for input.units[_], "*" for input alone.
func readKey(ref ast.Ref) string {
	var parts []string
	for _, term := range ref[1:min(len(ref), 3)] {
		text, ok := term.Value.(ast.String)
		if !ok {
			break
		}
		parts = append(parts, string(text))
	}
	if len(parts) == 0 {
		return "*"
	}
	return strings.Join(parts, ".")
}
