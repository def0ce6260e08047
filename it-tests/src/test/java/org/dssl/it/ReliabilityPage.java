package org.dssl.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what a soak measured into docs/reliability.md, if {@code -Drecord=true} asks for it. */
final class ReliabilityPage {
    private static final Path ROOT = Path.of(System.getProperty("dssl.root", "."));

    private ReliabilityPage() {}

    /**
     * Prints the lines, and replaces those between {@code <!-- part -->} and {@code <!-- end part -->}.
     *
     * @throws IllegalStateException if the page has no such part
     */
    static void record(String part, String lines) throws IOException {
        System.out.println(lines);
        if (!Boolean.getBoolean("record")) {
            return;
        }
        Path page = ROOT.resolve("docs/reliability.md");
        String text = Files.readString(page);
        Matcher place = Pattern.compile("(?s)(<!-- " + part + " -->\n).*?(<!-- end " + part + " -->)")
                .matcher(text);
        if (!place.find()) {
            throw new IllegalStateException(page + " has no part " + part);
        }
        Files.writeString(
                page, place.replaceFirst("$1" + Matcher.quoteReplacement(lines + "\nAt commit " + commit()) + ".\n$2"));
    }

    private static String commit() throws IOException {
        Process git = new ProcessBuilder("git", "-C", ROOT.toString(), "rev-parse", "--short", "HEAD").start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
