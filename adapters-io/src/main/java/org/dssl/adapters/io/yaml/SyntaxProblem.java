package org.dssl.adapters.io.yaml;

import org.dssl.domain.problem.InvalidInputException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** The parser's errors in plain sentences. */
final class SyntaxProblem {
    private SyntaxProblem() {}

    static InvalidInputException of(YAMLException e, String text, String file, boolean lines) {
        if (!(e instanceof MarkedYAMLException)) {
            return new InvalidInputException(file, sentence(String.valueOf(e.getMessage()), ""));
        }
        MarkedYAMLException marked = (MarkedYAMLException) e;
        String context = String.valueOf(marked.getContext());
        Mark mark = context.contains("quoted") && marked.getContextMark() != null
                ? marked.getContextMark()
                : marked.getProblemMark();
        int line = mark == null ? 0 : mark.getLine() + 1;
        String where = lines && line > 0 ? file + ":" + line : file;
        String said = sentence(String.valueOf(marked.getProblem()), context);
        return new InvalidInputException(where, said + referenceHint(text, line));
    }

    private static String sentence(String problem, String context) {
        if (problem.contains("\\t(TAB)")) {
            return "a tab. YAML indents with spaces.";
        }
        if (problem.startsWith("found character")) {
            return problem.replaceAll("found character (.+?) that cannot.*", "a value cannot begin with $1.")
                    + " Put it in quotes.";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "a ':' where no key can be. Indent the line like its neighbours, or quote a text that holds a ':'.";
        }
        if (context.contains("quoted scalar")) {
            return "a quote opens here and is never closed.";
        }
        if (problem.contains("',' or ']'") || problem.contains("',' or '}'")) {
            return "a list [ ] or map { } is not closed before here, or lacks a comma.";
        }
        if (problem.contains("could not find expected ':'")) {
            return "a line without a ':'. Every line here is \"key: value\".";
        }
        if (problem.contains("expected <block end>")) {
            return "the indentation does not fit the lines above.";
        }
        if (problem.contains("undefined alias")) {
            return "an alias (*name) without an anchor (&name) above it.";
        }
        if (problem.contains("another document") || context.contains("single document")) {
            return "a second document (---). A configuration is one document.";
        }
        if (problem.startsWith("Global tag")) {
            return "tags (!!name) are not allowed. Configurations hold plain values only.";
        }
        return "this is not YAML: " + problem + ".";
    }

    /** In { } and [ ] a plain scalar ends at the brace of a reference, which the parser cannot tell. */
    private static String referenceHint(String text, int line) {
        String[] all = text.split("\n", -1);
        boolean reference = line > 0 && line <= all.length && all[line - 1].contains("${");
        return reference ? " Inside { } and [ ] put \"${NAME:-default}\" in double quotes." : "";
    }
}
