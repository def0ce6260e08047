package org.dssl.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.run.FileRunFolders;
import org.dssl.adapters.io.yaml.YamlConfigReader;
import org.dssl.app.config.RunConfig;
import org.dssl.app.config.RunConfigReader;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.train.Schedule;
import org.dssl.ports.out.ProgressListener;
import org.dssl.ports.run.RunFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
    private static final Position HERE = new Position(3, 2, Map.of("loss", 0.1 + 0.2, "loss/mask", 1e-300), 17);

    @TempDir
    Path temp;

    private final List<String> warnings = new ArrayList<>();
    private final SetClock clock = new SetClock();
    private RunFolder folder;
    private Checkpoints checkpoints;

    private static final class SetClock extends Clock {
        private long millis = 1_000_000;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }
    }

    private RunConfig config() throws IOException {
        Path yaml = Files.writeString(
                temp.resolve("my.yaml"),
                "pretrain: { data: builtin:unlabelled-small }\ncompute: { checkpoint-seconds: 20 }");
        PretextTasks tasks = PretextTasks.discovered(CheckpointsTest.class.getClassLoader());
        return new RunConfigReader(new YamlConfigReader(name -> null), tasks).read(yaml, List.of());
    }

    @BeforeEach
    void open() throws IOException {
        folder = new FileRunFolders().open(temp.resolve("run"), "seed: 7", false);
        ProgressListener listener = new ProgressListener() {
            @Override
            public void warning(String message) {
                warnings.add(message);
            }
        };
        RunContext context = new RunContext(config(), null, folder, listener, new Cancellation(), clock);
        checkpoints = new Checkpoints(context, "pretrain/checkpoints/last");
    }

    @AfterEach
    void close() {
        folder.close();
    }

    private static CountedSession session(long steps) {
        CountedSession session = new CountedSession(step -> 1);
        for (int i = 0; i < steps; i++) {
            session.step(null, 0, 0);
        }
        return session;
    }

    private double weight(CountedSession session) {
        return session.state().weights().get("w").values()[0];
    }

    @Test
    void whatWasSavedComesBackToTheBit() {
        checkpoints.save(session(5).state(), Schedule.constant(1), HERE);
        CountedSession session = session(0);
        assertEquals(HERE, checkpoints.restore(session, Schedule.constant(1)));
        assertEquals(5, weight(session));
        assertEquals(List.of(), warnings);
    }

    @Test
    void withoutACheckpointTrainingStartsAtTheStart() {
        assertEquals(Position.START, checkpoints.restore(session(0), Schedule.constant(1)));
    }

    @Test
    void aDamagedCheckpointIsSaidAndTheOneBeforeTaken() throws Exception {
        checkpoints.save(session(5).state(), Schedule.constant(1), HERE);
        checkpoints.save(session(6).state(), Schedule.constant(1), Position.atEpoch(4));
        Path last = temp.resolve("run/pretrain/checkpoints/last.state.safetensors");
        byte[] bytes = Files.readAllBytes(last);
        bytes[bytes.length - 1] ^= 1;
        Files.write(last, bytes);
        CountedSession session = session(0);
        assertEquals(HERE, checkpoints.restore(session, Schedule.constant(1)));
        assertEquals(5, weight(session));
        assertTrue(warnings.get(0).contains("is damaged; going on from the checkpoint before it"), warnings.get(0));
    }

    @Test
    void weightsThatAreNotFiniteLeaveTheCheckpointBefore() {
        checkpoints.save(session(5).state(), Schedule.constant(1), HERE);
        CountedSession astray = session(0);
        astray.restore(session(3).state());
        var broken = new java.util.HashMap<>(astray.state().weights());
        broken.put("w", new org.dssl.domain.program.NamedArray("w", true, new int[] {1}, new double[] {Double.NaN}));
        var state = org.dssl.domain.program.ModelState.ofWeights(broken);
        String message = assertThrows(
                        InvalidInputException.class, () -> checkpoints.save(state, Schedule.constant(1), HERE))
                .getMessage();
        assertTrue(message.startsWith("epoch 4  the weights w are not finite any more"), message);
        assertEquals(HERE, checkpoints.restore(session(0), Schedule.constant(1)));
    }

    @Test
    void clocksMayBeSetForthAndBack() {
        assertFalse(checkpoints.due());
        clock.millis = 1_019_999;
        assertFalse(checkpoints.due());
        clock.millis = 1_020_000;
        assertTrue(checkpoints.due());
        clock.millis = 0;
        assertTrue(checkpoints.due(), "set back by a quarter of an hour");
        checkpoints.save(session(5).state(), Schedule.constant(1), HERE);
        assertFalse(checkpoints.due(), "the next is due twenty seconds after this one");
    }
}
