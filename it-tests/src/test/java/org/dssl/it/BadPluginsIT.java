package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dssl.app.plugins.PluginDiscovery;
import org.dssl.app.plugins.PluginDiscovery.Found;
import org.dssl.app.plugins.PluginSettings;
import org.dssl.domain.problem.Problem;
import org.dssl.it.PluginJars.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which a JAR can be bad has a message of its own, with the JAR, the class, and what to do. */
class BadPluginsIT {
    private static final String PROVIDER = "org.example.Provider (bad.jar)  ";
    private static final List<String> BUILT_IN = new PluginDiscovery(BadPluginsIT.class.getClassLoader())
            .found(PluginSettings.NO_JARS)
            .tasks()
            .ids();

    @TempDir
    Path folder;

    private PluginJars jars;

    @BeforeEach
    void openFolder() {
        jars = new PluginJars(folder);
    }

    @Test
    void aGoodJarHasNoProblem() throws IOException {
        jars.good("good.jar", new Source("atom-count"));
        assertEquals("", problems());
    }

    @Test
    void aFileThatIsNoZip() throws IOException {
        Files.writeString(folder.resolve("bad.jar"), "not a zip");
        assertEquals(
                "bad.jar  cannot be read as a JAR: zip END header not found. Build or copy it again, or remove it.",
                problems());
    }

    @Test
    void anEmptyFile() throws IOException {
        Files.createFile(folder.resolve("bad.jar"));
        assertEquals(
                "bad.jar  cannot be read as a JAR: zip file is empty. Build or copy it again, or remove it.",
                problems());
    }

    @Test
    void aFolderThatIsCalledAJar() throws IOException {
        Files.createDirectory(folder.resolve("bad.jar"));
        assertTrue(problems().startsWith("bad.jar  cannot be read: "), problems());
    }

    @Test
    void aJarThatWasCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(jars.good("bad.jar", new Source("atom-count")));
        Files.write(folder.resolve("bad.jar"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertTrue(problems().startsWith("bad.jar  cannot be read as a JAR: "), problems());
    }

    @Test
    void aJarWithoutServiceFile() throws IOException {
        jars.jar("bad.jar", jars.classes(new Source("atom-count").text()));
        assertEquals(
                "bad.jar  is no plugin: it has no META-INF/services/org.dssl.ports.spi.PretextTaskProvider. Add this"
                        + " file, with the provider's class on a line; a library belongs into the JAR of the plugin that"
                        + " uses it.",
                problems());
    }

    @Test
    void aServiceFileThatNamesNoClass() throws IOException {
        jars.jar("bad.jar", jars.classes(new Source("atom-count").text()), "# soon");
        assertEquals(
                "bad.jar  names no class in META-INF/services/org.dssl.ports.spi.PretextTaskProvider. Write the"
                        + " provider's class on a line.",
                problems());
    }

    @Test
    void aServiceFileThatNamesAClassThatIsNotThere() throws IOException {
        jars.jar("bad.jar", jars.classes(new Source("atom-count").text()), "org.example.Provder");
        assertEquals(
                "org.example.Provder (bad.jar)  is not in the JAR, though"
                        + " META-INF/services/org.dssl.ports.spi.PretextTaskProvider names it. Correct the name, or pack"
                        + " the class.",
                problems());
    }

    @Test
    void aServiceFileThatNamesAClassThatIsNoProvider() throws IOException {
        jars.jar("bad.jar", jars.classes(new Source("atom-count").text()), "org.example.Provider$Task");
        assertEquals(
                "org.example.Provider$Task (bad.jar)  is no PretextTaskProvider, though"
                        + " META-INF/services/org.dssl.ports.spi.PretextTaskProvider names it. Implement the interface, or"
                        + " name the class that does.",
                problems());
    }

    @Test
    void aProviderThatCannotBeMade() throws IOException {
        jars.good("bad.jar", new Source("atom-count").withMembers("public Provider(int n) {}"));
        assertEquals(
                PROVIDER + "cannot be made. It must be a public class with a public constructor without parameters.",
                problems());
    }

    @Test
    void aProviderThatThrowsWhenMade() throws IOException {
        Source source = new Source("atom-count");
        jars.good("bad.jar", source.withMembers("public Provider() { throw new IllegalStateException(\"no luck\"); }"));
        assertEquals(PROVIDER + "throws java.lang.IllegalStateException: no luck at Provider.java:8.", problems());
        jars.good("bad.jar", source.withMembers("static final int N = Integer.parseInt(\"x\");"));
        assertTrue(
                problems().startsWith(PROVIDER + "throws java.lang.NumberFormatException: For input string: \"x\" at "),
                problems());
        jars.good("bad.jar", source.withId("throw new AssertionError(\"who am I\");"));
        assertEquals(
                PROVIDER + "fails when asked about itself: it throws java.lang.AssertionError: who am I at"
                        + " Provider.java:10.",
                problems());
    }

    @Test
    void aWrongOrReservedId() throws IOException {
        String rule = ". An id is lower case letters, digits and hyphens, beginning with a letter.";
        jars.good("bad.jar", new Source(" "));
        assertEquals(PROVIDER + "has the id \" \"" + rule, problems());
        jars.good("bad.jar", new Source("x").withId("return null;"));
        assertEquals(PROVIDER + "has the id null" + rule, problems());
        jars.good("bad.jar", new Source("off"));
        assertEquals(PROVIDER + "has the id off, which is reserved. Choose another.", problems());
    }

    @Test
    void anIdThatIsTaken() throws IOException {
        jars.good("bad.jar", new Source("mask"));
        assertEquals(
                PROVIDER + "has the id mask, which org.dssl.plugins.pretext.MaskTask$Provider (built in) has too."
                        + " Remove one of them, or rename yours.",
                problems());
        Files.delete(jars.good("bad.jar", new Source("atom-count")));
        jars.good("a.jar", new Source("atom-count"));
        jars.good("b.jar", new Source("atom-count"));
        assertEquals(
                "org.example.Provider (b.jar)  has the id atom-count, which org.example.Provider (a.jar) has too."
                        + " Remove one of them, or rename yours.",
                problems());
    }

    @Test
    void anotherVersionOfTheInterface() throws IOException {
        jars.good("bad.jar", new Source("atom-count").withVersion("99"));
        assertTrue(
                problems()
                        .matches("\\Q" + PROVIDER
                                + "\\Ewas built for version 99 of the plugin interface; this is version"
                                + " \\d+\\. Build it against this dssl's ports\\."),
                problems());
    }

    @Test
    void anInterfaceWithoutVersion() throws IOException {
        Map<String, byte[]> classes = jars.classes(Map.of(
                "org.dssl.ports.spi.PretextTaskProvider",
                "package org.dssl.ports.spi; public interface PretextTaskProvider { String id(); }",
                "org.example.Provider",
                "package org.example; public class Provider implements org.dssl.ports.spi.PretextTaskProvider {"
                        + " public String id() { return \"old\"; } }"));
        jars.jar("bad.jar", classes, "org.example.Provider");
        String start = PROVIDER + "fails when asked about itself: it was compiled against another version of the plugin"
                + " interface, or of a library: ";
        assertTrue(problems().startsWith(start) && problems().contains("spiVersion"), problems());
    }

    @Test
    void aClassThatIsLacking() throws IOException {
        Map<String, String> sources = new HashMap<>(new Source("atom-count")
                .withMembers("final Helper helper = new Helper();")
                .text());
        sources.put("org.example.Helper", "package org.example; class Helper {}");
        Map<String, byte[]> classes = jars.classes(sources);
        classes.remove("org/example/Helper.class");
        jars.jar("bad.jar", classes, "org.example.Provider");
        assertEquals(
                PROVIDER + "lacks the class org.example.Helper. A plugin sees the JDK, org.dssl.ports and"
                        + " org.dssl.domain: pack everything else that it uses into its JAR.",
                problems());
    }

    @Test
    void aLibraryOfDsslThatIsNotForPlugins() throws IOException {
        jars.good(
                "bad.jar",
                new Source("atom-count")
                        .withMembers(
                                "{ org.dssl.app.config.Encoders.names(); com.google.inject.Guice.createInjector(); }"));
        assertTrue(problems().startsWith(PROVIDER + "lacks the class org.dssl.app.config.Encoders."), problems());
    }

    @Test
    void aClassForANewerJava() throws IOException {
        Map<String, byte[]> classes = jars.classes(new Source("atom-count").text());
        // Bytes 6 and 7 of a class file are its version.
        classes.get("org/example/Provider.class")[7] = (byte) 200;
        jars.jar("bad.jar", classes, "org.example.Provider");
        assertTrue(problems().startsWith(PROVIDER + "was compiled for a newer Java than this one, "), problems());
        assertTrue(problems().endsWith(" Compile it with --release 17."), problems());
    }

    @Test
    void aDamagedClass() throws IOException {
        Map<String, byte[]> classes = jars.classes(new Source("atom-count").text());
        classes.put("org/example/Provider.class", "nonsense".getBytes(StandardCharsets.UTF_8));
        jars.jar("bad.jar", classes, "org.example.Provider");
        assertTrue(problems().startsWith(PROVIDER + "has a damaged class ("), problems());
    }

    @Test
    void aManifestThatBringsOtherFiles() throws IOException {
        Map<String, byte[]> classes = jars.classes(new Source("atom-count").text());
        Map<String, byte[]> all = new java.util.LinkedHashMap<>();
        all.put(
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nClass-Path: lib/other.jar\n\n".getBytes(StandardCharsets.UTF_8));
        all.putAll(classes);
        jars.jar("bad.jar", all, "org.example.Provider");
        assertEquals(
                "bad.jar  names other files in its manifest, Class-Path: lib/other.jar. Pack what it needs into this one"
                        + " JAR, and leave Class-Path out.",
                problems());
    }

    @Test
    void anAllowedShaLoadsAndAnyOtherIsRefusedBeforeItsCodeRuns() throws IOException {
        Path good = jars.good("good.jar", new Source("atom-count"));
        Path bad = jars.good(
                "bad.jar", new Source("other").withMembers("static { System.setProperty(\"bad.jar\", \"ran\"); }"));
        Found found = found(Optional.of(Set.of(PluginJars.sha256(good))));
        assertTrue(found.tasks().find("atom-count").isPresent());
        assertEquals(
                "bad.jar  is not among plugins.allow. If you trust it, add its SHA-256 there: " + PluginJars.sha256(bad)
                        + ". Otherwise remove the file.",
                text(found));
        assertEquals(null, System.getProperty("bad.jar"));
    }

    @Test
    void allAreToldAtOnceAndWhatWorksIsStillThere() throws IOException {
        Files.writeString(folder.resolve("a.jar"), "not a zip");
        jars.jar("b.jar", jars.classes(new Source("atom-count").text()), "org.example.Missing", "org.example.Provider");
        jars.good("c.jar", new Source("Wrong"));
        Found found = found(Optional.empty());
        assertEquals(3, found.problems().size(), text(found));
        assertEquals(
                "b.jar",
                Path.of(found.tasks().origin("atom-count").file()).getFileName().toString());
        assertTrue(found.tasks().ids().containsAll(BUILT_IN));
    }

    private String problems() {
        Found found = found(Optional.empty());
        assertTrue(found.tasks().ids().containsAll(BUILT_IN), "the built-in tasks stay");
        return text(found);
    }

    private Found found(Optional<Set<String>> allowed) {
        return new PluginDiscovery(BadPluginsIT.class.getClassLoader())
                .found(new PluginSettings(Optional.of(List.of(folder)), allowed, "plugins"));
    }

    private String text(Found found) {
        return found.problems().stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n"))
                .replace(folder + "/", "");
    }
}
