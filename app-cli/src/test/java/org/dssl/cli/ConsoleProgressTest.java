package org.dssl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private static final String CLEAR = "\r\u001B[K";

    private final CliFixture cli = new CliFixture();

    @Test
    void outsideATerminalThereIsAtMostOneLineInTenSecondsAndOneAtTheEnd() {
        ConsoleProgress progress = new ConsoleProgress(cli.console(false, false, 100), false);
        progress.started("dssl 0.1");
        progress.stageStarted("pretrain");
        for (int epoch = 1; epoch <= 40; epoch++) {
            cli.clock.advance(0.5);
            progress.moved("pretrain", "", epoch, 40, epoch / 40.0, "mask 1.92");
        }
        progress.stageEnded("pretrain", "40 epochs", 20);
        assertEquals(
                """
                dssl 0.1
                 pretrain  50 %  epoch 20/40  mask 1.92  ETA 00:10
                 pretrain  100 %  epoch 40/40  mask 1.92  ETA 00:00
                 pretrain  40 epochs                                                               20.0 s
                """,
                cli.out.toString());
    }

    @Test
    void inATerminalTheLineIsRedrawnInPlaceAndReplacedAtTheEnd() {
        ConsoleProgress progress = new ConsoleProgress(cli.console(true, false, 80), false);
        progress.stageStarted("finetune");
        progress.moved("finetune", "fold 2/5", 1, 300, 0, "never shown");
        cli.clock.advance(10);
        progress.moved("finetune", "fold 2/5", 104, 300, 0.25, "train 0.061");
        progress.moved("finetune", "fold 2/5", 105, 300, 0.26, "too soon to be shown");
        progress.stageEnded("finetune", "done", 3910);
        assertEquals(
                CLEAR + " finetune  …" + CLEAR
                        + " finetune  fold 2/5  ━━━━╸──────────────  epoch 104/300  train 0.061  ETA 00:30" + CLEAR
                        + " finetune  done                                                      1 h 05 min\n",
                cli.out.toString());
    }

    @Test
    void theTimeLeftFollowsFromThisRunNotFromWhatAnEarlierOneDid() {
        ConsoleProgress progress = new ConsoleProgress(cli.console(false, false, 80), false);
        progress.stageStarted("finetune");
        cli.clock.advance(60);
        progress.moved("finetune", "", 0, 0, 0.5, "");
        cli.clock.advance(10);
        progress.moved("finetune", "", 0, 0, 0.75, "");
        assertEquals(" finetune  50 %\n finetune  75 %  ETA 00:10\n", cli.out.toString());
    }

    @Test
    void aLineNeverGrowsBeyondTheTerminal() {
        ConsoleProgress progress = new ConsoleProgress(cli.console(true, false, 60), false);
        progress.stageStarted("pretrain");
        cli.clock.advance(1);
        progress.moved("pretrain", "", 1, 10, 0.1, "mask 1.92  contrastive 0.31  stiffness 0.44  and more of it");
        String line = cli.out.toString().substring(cli.out.toString().lastIndexOf(CLEAR) + CLEAR.length());
        assertEquals(59, line.length(), line);
    }

    @Test
    void coloursDistinguishWhatIsDone() {
        assertTrue(Bar.of(0.5, 10, true).contains("\u001B[2m━━━━\u001B[0m"), Bar.of(0.5, 10, true));
        assertEquals("╸─────────", Bar.of(0, 10, false));
        assertEquals("━━━━━━━━━━", Bar.of(1, 10, false));
    }

    @Test
    void quietSaysNothingButWarnings() {
        ConsoleProgress progress = new ConsoleProgress(cli.console(false, false, 80), true);
        progress.started("dssl 0.1");
        progress.stageStarted("read");
        cli.clock.advance(60);
        progress.moved("read", "", 0, 0, 0.5, "");
        progress.stageEnded("read", "done", 60);
        progress.warning("few crystals");
        assertEquals("", cli.out.toString());
        assertEquals(" warning   few crystals\n", cli.err.toString());
    }

    @Test
    void anInterruptedLineIsEndedBeforeAnythingElseIsSaid() {
        try (ConsoleProgress progress = new ConsoleProgress(cli.console(true, false, 80), false)) {
            progress.stageStarted("read");
        }
        assertEquals(CLEAR + " read      …\n", cli.out.toString());
    }
}
