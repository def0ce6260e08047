package org.dssl.adapters.io.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.train.GivenFolds.Given;
import org.dssl.ports.out.FoldFiles.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardFoldFilesTest {
    private static final String FOLDS =
            """
            {"fold_0": {"train": ["a", "b"], "test": ["c"]}, "fold_1": {"train": ["c"], "test": ["a", "b"]}}""";
    private static final List<Given> GIVEN =
            List.of(new Given("0", List.of("a", "b"), List.of("c")), new Given("1", List.of("c"), List.of("a", "b")));

    @TempDir
    Path folder;

    private List<Task> read(String name, String text) throws IOException {
        return new StandardFoldFiles().read(Files.writeString(folder.resolve(name), text));
    }

    @Test
    void matbenchsLayoutGivesEveryTask() throws IOException {
        String json = "{\"metadata\": {\"n_splits\": 5}, \"splits\": {\"matbench_x\": " + FOLDS + ", \"matbench_y\": "
                + "{\"fold_0\": {\"test\": [7]}}}}";
        assertEquals(
                List.of(
                        new Task("matbench_x", GIVEN),
                        new Task("matbench_y", List.of(new Given("0", List.of(), List.of("7"))))),
                read("validation.json", json));
    }

    @Test
    void aPartOfItDoesToo() throws IOException {
        assertEquals(List.of(new Task("", GIVEN)), read("one.json", FOLDS));
        assertEquals(List.of(new Task("", GIVEN)), read("two.json", "{\"splits\": " + FOLDS + "}"));
        assertEquals(List.of(new Task("mine", GIVEN)), read("three.json", "{\"mine\": " + FOLDS + "}"));
    }

    @Test
    void gzipIsSeenThrough() throws IOException {
        Path file = folder.resolve("folds.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(FOLDS.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of(new Task("", GIVEN)), new StandardFoldFiles().read(file));
    }

    @Test
    void aTableNamesTheFoldOfEachId() throws IOException {
        assertEquals(
                List.of(new Task(
                        "",
                        List.of(
                                new Given("0", List.of(), List.of("b", "c")),
                                new Given("1", List.of(), List.of("a"))))),
                read("folds.csv", "fold;id;note\nfold_0;b;\n1;a;x\n0;c;\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "f.csv | id,part~a,1                   | f.csv:1  there is no column fold. Folds are a table with the columns id and fold; there are id, part",
                "f.csv | id,fold~a,0~b,1~a,1           | f.csv:4  a has a fold already in line 2. An id is tested once; remove one of the lines",
                "f.csv | id,fold~a,0~b,                | f.csv:3  needs an id and a fold",
                "f.csv | id,fold~a,0                   | f.csv  names 1 folds; at least 2 are needed",
                "f.json | {'f': {'test': ['a']}, 'g': {'test': ['b','a']}} | f.json  a is tested in fold f and in fold g. Remove it from one of them",
                "f.json | {'t': {'f': {'train': ['a'], 'test': ['a']}}} | f.json  t  a is both trained on and tested in fold f. Remove it from one",
                "f.json | {'f':~ {'train': ['a']}}     | f.json:2  fold f has train, but no test",
                "f.json | {'f': {'test': [['a']]}}     | f.json:1  must be an id, not a list or an object",
                "f.json | {'f': {'test': ['a' 'b']}}   | f.json:1  is no JSON: Unexpected character (''' (code 39)): was expecting comma to separate Array entries",
            })
    void mistakesAreNamedWithTheirPlace(String name, String text, String message) {
        String json = text.replace('~', '\n').replace('\'', '"');
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> read(name, json));
        assertEquals(
                message.replace("'''", "'\"'").replace("code 39", "code 34"),
                e.getMessage().replace(folder + "/", ""));
    }

    @ParameterizedTest
    @CsvSource({"{}", "[]", "{\"a\": 1}"})
    void whatHoldsNoFoldsSaysWhatWould(String text) {
        String message = assertThrows(InvalidInputException.class, () -> read("f.json", text))
                .getMessage();
        assertEquals(true, message.contains("matbench_v0.1_validation.json"), message);
    }
}
