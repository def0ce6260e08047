package org.dssl.it;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URL;
import java.util.Map;
import java.util.stream.Stream;
import org.dssl.it.violations.ViolatingClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of allowed arrows, as rules over every module's classes; each rule is also seen to fail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {
    private static final String TENSORFLOW = "org.dssl.adapters.tensorflow.";

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.dssl");

    private static final ArchRule DOMAIN = classes()
            .that()
            .resideInAPackage("org.dssl.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.dssl.domain..", "java..");

    private static final ArchRule PORTS = classes()
            .that()
            .resideInAPackage("org.dssl.ports..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.dssl.ports..", "org.dssl.domain..", "java..");

    private static final ArchRule PLUGINS = classes()
            .that()
            .resideInAPackage("org.dssl.plugins..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.dssl.plugins..",
                    "org.dssl.ports..",
                    "org.dssl.domain..",
                    "java..",
                    "org.apache.commons.csv..");

    private static final ArchRule TENSORFLOW_FENCED = noClasses()
            .that()
            .resideOutsideOfPackage("org.dssl.adapters.tensorflow..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tensorflow..", "org.bytedeco..");

    /** A graph or a session has one owner, which closes both. */
    private static final ArchRule NATIVE_SESSIONS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(TENSORFLOW + "NativeSession")
            .should()
            .callConstructorWhere(target(owner(nameMatching("org\\.tensorflow\\.(Graph|Session|Eager.*)"))))
            .orShould()
            .callMethodWhere(target(owner(nameMatching("org\\.tensorflow\\.(Eager.*|SavedModel.*|Server)"))));

    /** A tensor has one owner, the run that it goes into or comes out of; nobody else makes, reads or closes one. */
    private static final ArchRule NATIVE_TENSORS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(TENSORFLOW + "Run")
            .and()
            .doNotHaveFullyQualifiedName(TENSORFLOW + "Tensors")
            .should()
            .callMethodWhere(
                    target(owner(assignableTo("org.tensorflow.Tensor").or(assignableTo("org.tensorflow.Result")))));

    /** Whoever starts a run closes it, with whatever it owns. */
    private static final ArchRule NATIVE_RUNS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(TENSORFLOW + "Run")
            .should()
            .callMethodWhere(target(owner(nameMatching("org\\.tensorflow\\.Session\\$Runner"))));

    /** Files hold values: no object is made of what they say, and only a plugin's JAR brings code. */
    private static final ArchRule NO_FOREIGN_CODE = noClasses()
            .that()
            .resideOutsideOfPackage("org.dssl.app.plugins..")
            .should()
            .dependOnClassesThat(nameMatching("java\\.io\\.ObjectInputStream|java\\.net\\.URLClassLoader"
                    + "|org\\.yaml\\.snakeyaml\\.(Yaml|constructor\\..*)|com\\.fasterxml\\..*\\.PolymorphicTypeValidator"
                    + "|javax\\.(script|xml)\\..*|java\\.beans\\.XMLDecoder"))
            .orShould()
            .callMethod(Class.class, "forName", String.class);

    private static final ArchRule NO_NETWORK = noClasses()
            .should()
            .dependOnClassesThat(
                    nameMatching("java\\.net\\.(http\\..*|.*Socket|.*URLConnection)|javax\\.net\\..*|java\\.rmi\\..*"))
            .orShould()
            .callMethod(URL.class, "openStream")
            .orShould()
            .callMethod(URL.class, "openConnection");

    private static final ArchRule ADAPTERS_APART =
            slices().matching("org.dssl.adapters.(*)..").should().notDependOnEachOther();

    private static final ArchRule ADAPTERS_INWARDS = noClasses()
            .that()
            .resideInAPackage("org.dssl.adapters..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.dssl.app..", "org.dssl.cli..", "org.dssl.plugins..");

    private static final ArchRule APP_KNOWS_NO_ADAPTER = noClasses()
            .that()
            .resideInAnyPackage("org.dssl.app..", "org.dssl.cli..")
            .and()
            .resideOutsideOfPackage("org.dssl.app.wiring..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.dssl.adapters..", "org.dssl.plugins..");

    private static final ArchRule APP_KNOWS_NO_CLI = noClasses()
            .that()
            .resideInAPackage("org.dssl.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.dssl.cli..", "picocli..");

    private static final ArchRule NO_CYCLES =
            slices().matching("org.dssl.domain.(*)..").should().beFreeOfCycles();

    private static final Map<String, ArchRule> RULES = Map.ofEntries(
            entry("domain", DOMAIN),
            entry("ports", PORTS),
            entry("plugins", PLUGINS),
            entry("tensorflow", TENSORFLOW_FENCED),
            entry("native-sessions", NATIVE_SESSIONS),
            entry("native-tensors", NATIVE_TENSORS),
            entry("native-runs", NATIVE_RUNS),
            entry("no-foreign-code", NO_FOREIGN_CODE),
            entry("no-network", NO_NETWORK),
            entry("apart", ADAPTERS_APART),
            entry("inwards", ADAPTERS_INWARDS),
            entry("wiring", APP_KNOWS_NO_ADAPTER),
            entry("cli", APP_KNOWS_NO_CLI));

    static Stream<String> rules() {
        return RULES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(String rule) {
        RULES.get(rule).check(ALL);
    }

    @Test
    void theDomainsPackagesAreFreeOfCycles() {
        NO_CYCLES.check(ALL);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void wasSeenToFail(String rule) {
        JavaClasses broken = ViolatingClasses.breaking(rule);
        assertThrows(AssertionError.class, () -> RULES.get(rule).check(broken), rule);
    }

    @Test
    void seesEveryModule() {
        for (String part :
                new String[] {"domain", "ports", "plugins", "adapters.tensorflow", "adapters.io", "app", "cli"}) {
            assertTrue(
                    ALL.stream().anyMatch(c -> c.getPackageName().startsWith("org.dssl." + part)),
                    "no class of " + part + " was seen: the rules would pass on nothing");
        }
        assertTrue(ALL.size() > 100, "only " + ALL.size() + " classes were seen");
    }
}
