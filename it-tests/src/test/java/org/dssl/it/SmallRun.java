package org.dssl.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.dssl.app.Experiment;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.app.wiring.Dssl;

/** A run of a minute's fraction on embedded data, for tests of the whole. */
final class SmallRun {
    private static final String YAML =
            """
            seed: 7
            encoder: { width: 12, layers: 2 }
            pretrain:
              data: { source: "builtin:unlabelled-small", limit: 60 }
              epochs: 3
              batch: 20
              dropout: 0.1
              validation: 0.1
              tasks:
                mask: { weight: 1 }
                contrastive: { weight: 0.01 }
                atomic-stiffness: { weight: 1 }
            finetune:
              data: { source: "builtin:elastic-binaries", limit: 90, target: { column: K_VRH, transform: log10, unit: GPa } }
              protocol: { type: k-fold, folds: 3 }
              compare: [from-scratch]
              epochs: 6
              batch: 20
              dropout: 0.1
              validation: 0.1
            compute: { threads: 2 }
            """;

    private SmallRun() {}

    /** Time flies: at every look another minute is over, so that each epoch leaves a checkpoint. */
    private static final class HastyClock extends Clock {
        private long minutes;

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
            return Instant.EPOCH.plusSeconds(60 * minutes++);
        }
    }

    static Path yaml(Path folder) throws IOException {
        return Files.writeString(folder.resolve("small.yaml"), YAML);
    }

    /** @param settings {@code key.path=value} */
    static Experiment experiment(Path folder, String run, String... settings) throws IOException {
        Path yaml = yaml(folder);
        String[] all = java.util.Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "output=" + folder.resolve(run);
        PretextTasks tasks = PretextTasks.discovered(SmallRun.class.getClassLoader());
        return Dssl.create(tasks, binder -> binder.bind(Clock.class).toInstance(new HastyClock()))
                .experiment(yaml, all);
    }

    static byte[] predictions(Path folder, String run, String variant, String part) throws IOException {
        return Files.readAllBytes(folder.resolve(run)
                .resolve("finetune")
                .resolve(variant)
                .resolve(part)
                .resolve("predictions.csv"));
    }
}
