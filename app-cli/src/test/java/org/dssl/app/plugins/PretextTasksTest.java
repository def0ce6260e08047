package org.dssl.app.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dssl.app.plugins.FakeProviders.Fake;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.ports.config.Option;
import org.dssl.ports.spi.PretextTaskProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretextTasksTest {
    private static final String FAKE = "org.dssl.app.plugins.FakeProviders$Fake (test-classes)  ";

    @Test
    void theBuiltInTasksAreFoundAsAStrangersAre() {
        PretextTasks tasks = PretextTasks.discovered(getClass().getClassLoader());
        assertEquals(
                List.of(
                        "atomic-stiffness",
                        "bond-length",
                        "contrastive",
                        "crystal-system",
                        "denoise",
                        "element-property",
                        "energy",
                        "forces",
                        "mask",
                        "powder-xrd",
                        "valence-electrons"),
                tasks.ids());
    }

    @Test
    void givenProvidersAreAllThereAre() {
        PretextTasks tasks = PretextTasks.of(List.of(new Fake("b"), new Fake("a")));
        assertEquals(List.of("a", "b"), tasks.ids());
        assertTrue(tasks.find("mask").isEmpty());
        assertEquals("no such task. Did you mean a?\nKnown: a, b (dssl plugins)", tasks.unknown("aa"));
        assertTrue(PretextTasks.of(List.of()).unknown("mask").contains("none, since no plugin was found"));
    }

    @Test
    void wrongIdsAreRefusedTogetherWithTheirClassAndJar() {
        assertEquals(
                String.join(
                        System.lineSeparator(),
                        FAKE
                                + "has the id \"\". An id is lower case letters, digits and hyphens, beginning with a letter.",
                        FAKE
                                + "has the id \"My Task\". An id is lower case letters, digits and hyphens, beginning with a"
                                + " letter.",
                        FAKE + "has the id weight, which is reserved. Choose another.",
                        FAKE + "has the id twice, which " + FAKE.strip()
                                + " has too. Remove one of them, or rename yours."),
                problems(new Fake(""), new Fake("My Task"), new Fake("weight"), new Fake("twice"), new Fake("twice")));
    }

    @Test
    void aProviderOfAnotherInterfaceOrOneThatThrowsIsRefused() {
        assertEquals(
                FAKE
                        + "was built for version 2 of the plugin interface; this is version 1. Build it against this dssl's"
                        + " ports.",
                problems(new Fake("newer", 2)));
        assertEquals(
                "org.dssl.app.plugins.FakeProviders$Throwing (test-classes)  fails when asked about itself:"
                        + " it throws java.lang.IllegalStateException: no luck at FakeProviders.java:63.",
                problems(new FakeProviders.Throwing()));
    }

    @Test
    void optionsOfATaskMustNotHideThoseThatEveryTaskHas() {
        assertEquals(
                String.join(
                        System.lineSeparator(),
                        FAKE + "has an option named weight, which every task has already.",
                        FAKE + "has two options named a."),
                problems(new Fake(
                        "x",
                        Option.flag("weight", true, "W"),
                        Option.flag("a", true, "A"),
                        Option.flag("a", true, "A"))));
    }

    @Test
    void declaredClassesThatDoNotLoadAreAllNamed(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(PretextTaskProvider.class.getName()),
                "org.example.Missing\n" + PretextTasksTest.class.getName() + "\n"
                        + FakeProviders.Failing.class.getName() + "\n");
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            String problems = assertThrows(InvalidInputException.class, () -> PretextTasks.discovered(loader))
                    .getMessage();
            assertTrue(problems.contains("org.example.Missing"), problems);
            assertTrue(problems.contains("PretextTasksTest not a subtype"), problems);
            assertTrue(
                    problems.contains("org.dssl.app.plugins.FakeProviders$Failing (test-classes)  cannot be made:"),
                    problems);
            assertTrue(problems.contains("broken on purpose"), problems);
        }
    }

    @Test
    void aGarbledServiceFileIsAnErrorThatNamesIt(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(PretextTaskProvider.class.getName()), "not a class name\n");
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            String problems = assertThrows(InvalidInputException.class, () -> PretextTasks.discovered(loader))
                    .getMessage();
            assertTrue(problems.contains(folder.getFileName().toString()), problems);
        }
    }

    private static String problems(PretextTaskProvider... providers) {
        return assertThrows(InvalidInputException.class, () -> PretextTasks.of(Arrays.asList(providers)))
                .getMessage();
    }
}
