package org.dssl.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dssl.ports.out.Finding;
import org.dssl.ports.out.Finding.Level;

/** What {@code dssl doctor} found, for people and for scripts. */
final class DoctorTable {
    private final List<Finding> findings;

    DoctorTable(List<Finding> findings) {
        this.findings = findings;
    }

    long count(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        int width = findings.stream().mapToInt(f -> f.subject().length()).max().orElse(0);
        for (Finding finding : findings) {
            String format = " %-7s   %-" + width + "s   %s%n";
            text.append(String.format(format, word(finding.level()), finding.subject(), finding.found()));
            if (!finding.advice().isEmpty()) {
                text.append(String.format(format, "", "", "→ " + finding.advice()));
            }
        }
        return text.append(String.format("%n %s%n", verdict())).toString();
    }

    private String verdict() {
        long problems = count(Level.PROBLEM);
        long warnings = count(Level.WARNING);
        if (problems == 0) {
            return "dssl can run here" + (warnings == 0 ? "." : "; " + counted(warnings, "warning") + " above.");
        }
        return counted(problems, "problem") + (warnings == 0 ? "" : " and " + counted(warnings, "warning"))
                + " above: mend the problems first.";
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("problems", count(Level.PROBLEM));
        tree.put("warnings", count(Level.WARNING));
        tree.put("findings", findings.stream().map(DoctorTable::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Finding finding) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("level", word(finding.level()));
        tree.put("subject", finding.subject());
        tree.put("found", finding.found());
        tree.put("advice", finding.advice());
        return tree;
    }
}
