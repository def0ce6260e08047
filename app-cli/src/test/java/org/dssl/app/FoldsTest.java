package org.dssl.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.dssl.app.config.RunConfig.ProtocolConfig;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.train.Fold;
import org.dssl.domain.train.GivenFolds;
import org.dssl.domain.train.GivenFolds.Given;
import org.dssl.ports.out.FoldFiles;
import org.dssl.ports.out.FoldFiles.Task;
import org.dssl.ports.out.ProgressListener;
import org.junit.jupiter.api.Test;

/** Folds of a file, laid on data. */
class FoldsTest {
    private static final FoldFiles FILES = file -> List.of(
            new Task("matbench_one", folds("mb-one-1", "mb-one-2", "mb-one-3")),
            new Task("matbench_two", folds("mb-two-1", "mb-two-2", "mb-two-3")));

    private final List<String> warnings = new ArrayList<>();

    private static List<Given> folds(String a, String b, String c) {
        return List.of(
                new Given("0", List.of(), List.of(a)),
                new Given("1", List.of(), List.of(b)),
                new Given("2", List.of(), List.of(c)));
    }

    private GivenFolds of(String task, String... ids) {
        ProtocolConfig protocol =
                new ProtocolConfig("matbench", 0, null, "folds.json", task, List.of(), "composition", 10, 0.6, 0.2);
        ProgressListener listener = new ProgressListener() {
            @Override
            public void warning(String message) {
                warnings.add(message);
            }
        };
        return new FoldsOfFile(FILES, listener).of(protocol, List.of(ids));
    }

    @Test
    void theIdsTellTheTask() {
        List<Fold> folds = of(null, "mb-two-3", "mb-two-1", "mb-two-2").folds(List.of(), 0, RandomStream.of(1));
        assertArrayEquals(new int[] {1}, folds.get(0).test());
        assertArrayEquals(new int[] {0}, folds.get(2).test());
        assertEquals(List.of(), warnings);
    }

    @Test
    void bareIdsNeedItNamed() {
        assertArrayEquals(
                new int[] {2},
                of("matbench_one", "0", "1", "2")
                        .folds(List.of(), 0, RandomStream.of(1))
                        .get(2)
                        .test());
        assertEquals(
                "finetune.protocol.task  ids such as 0 do not tell which of the file's tasks they are of. Set it to one"
                        + " of matbench_one, matbench_two",
                refused(null, "0", "1"));
        assertEquals(
                "finetune.protocol.task  the file has no task matbench_on. Did you mean matbench_one? There are"
                        + " matbench_one, matbench_two",
                refused("matbench_on", "0", "1"));
    }

    @Test
    void missingRowsAreToldAndStrangersRefused() {
        of(null, "mb-one-1", "mb-one-2");
        assertEquals(
                List.of("1 of the 3 ids of folds.json are not in the data; parts are smaller by them, and without any"
                        + " test crystal fold 2 is left out"),
                warnings);
        assertEquals(
                "finetune.protocol.ids  folds.json: 1 of the 2 crystals are in none of its folds: mine. Its ids are such"
                        + " as mb-one-1. Add the missing ones to it, or take these crystals out of the data.",
                refused(null, "mb-one-1", "mine"));
    }

    private String refused(String task, String... ids) {
        return assertThrows(InvalidInputException.class, () -> of(task, ids)).getMessage();
    }
}
