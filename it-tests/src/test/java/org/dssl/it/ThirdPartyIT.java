package org.dssl.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What is shipped, by the SBOM that the build has just made: known, with a licence that may be shipped, and hashed. */
class ThirdPartyIT {
    private static final Path ROOT = Path.of(System.getProperty("dssl.root", ".."));
    private static final Path SBOM = ROOT.resolve("app-cli/target/sbom.json");
    private static final Set<String> ALLOWED = Set.of("Apache-2.0", "MIT", "BSD-3-Clause", "Public Domain");

    /** {@code | `group:name` | version | licence |}. */
    private static List<String> page() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/third-party.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
    }

    private static Set<String> shippedJars() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("app-cli/target/lib"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The plugin that makes the SBOM does nothing while Maven is offline: what an older build left may be out of date. */
    private static List<JsonNode> components() throws IOException {
        boolean offline = System.getProperty("dssl.maven", "").equals("offline: true");
        Assumptions.assumeTrue(!offline || Files.exists(SBOM), "offline no SBOM is made");
        assertTrue(Files.exists(SBOM), SBOM + " is missing: ./mvnw verify makes it");
        JsonNode sbom = new ObjectMapper().readTree(SBOM.toFile());
        assertEquals("CycloneDX", sbom.path("bomFormat").asText());
        List<JsonNode> components = new ArrayList<>();
        sbom.path("components").forEach(components::add);
        Assumptions.assumeTrue(
                !offline || jars(components).equals(shippedJars()), "offline the SBOM of an older build is left");
        return components;
    }

    /** Names of the JARs' files. */
    private static Set<String> jars(List<JsonNode> components) {
        Set<String> names = new TreeSet<>();
        for (JsonNode component : components) {
            Matcher classifier = Pattern.compile("[?&]classifier=([^&]*)")
                    .matcher(component.path("purl").asText());
            names.add(component.path("name").asText() + "-"
                    + component.path("version").asText() + (classifier.find() ? "-" + classifier.group(1) : "")
                    + ".jar");
        }
        return names;
    }

    @Test
    void thePageOfLicencesListsEveryJarThatIsShippedAndNoOther() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (String row : page()) {
            Matcher cells =
                    Pattern.compile("\\| `[^:]*:(.*)` \\| (.*) \\| .* \\|").matcher(row);
            assertTrue(cells.matches(), row);
            listed.add(cells.group(1) + "-" + cells.group(2));
        }
        Set<String> shipped = new TreeSet<>();
        for (String jar : shippedJars()) {
            if (!jar.endsWith("-SNAPSHOT.jar")) {
                shipped.add(jar.replaceFirst("(-(linux|macosx|windows)-[a-z0-9_]+(-gpu)?)?\\.jar$", ""));
            }
        }
        assertEquals(shipped, listed);
    }

    @Test
    void thePagesLicencesAreThoseOfTheSbom() throws IOException {
        List<String> expected = List.copyOf(rows(components()));
        assertEquals(
                expected, page(), "the rows that docs/third-party.md should have:\n" + String.join("\n", expected));
    }

    /** By one of the licences that it is offered under. */
    @Test
    void everythingMayBeShipped() throws IOException {
        for (JsonNode component : components()) {
            assertTrue(
                    licences(component).stream().anyMatch(ALLOWED::contains),
                    component.path("purl") + " has " + licences(component));
        }
    }

    @Test
    void theSbomNamesEveryJarThatIsShippedWithItsHash() throws IOException {
        List<JsonNode> components = components();
        for (JsonNode component : components) {
            assertTrue(
                    component.path("hashes").toString().contains("\"SHA-256\""),
                    component.path("purl").asText());
        }
        assertEquals(shippedJars(), jars(components));
    }

    /** One row for a component, whatever its classifiers: those of native libraries differ between systems. */
    private static Set<String> rows(List<JsonNode> components) {
        Set<String> rows = new TreeSet<>();
        for (JsonNode component : components) {
            String group = component.path("group").asText();
            if (!group.equals("org.dssl")) {
                rows.add("| `" + group + ":" + component.path("name").asText() + "` | "
                        + component.path("version").asText() + " | " + String.join(" or ", licences(component)) + " |");
            }
        }
        return rows;
    }

    private static List<String> licences(JsonNode component) {
        List<String> names = new ArrayList<>();
        for (JsonNode licence : component.path("licenses")) {
            JsonNode named = licence.path("license");
            names.add(named.path("id")
                    .asText(named.path("name").asText(licence.path("expression").asText())));
        }
        return names;
    }
}
