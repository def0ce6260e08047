package org.dssl.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.program.Feeds;
import org.dssl.domain.random.RandomStream;
import org.dssl.domain.train.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The loop's arithmetic of epochs, batches and positions, without a backend. */
class TrainingLoopTest {
    private static final int EPOCHS = 3;
    private static final RandomStream RANDOM = RandomStream.of(7);

    private static final class Crystals implements BatchSource {
        @Override
        public Order order() {
            return new Order(IntStream.range(0, 11).toArray(), 3, RANDOM);
        }

        @Override
        public Feeds batch(int epoch, int number) {
            return new Feeds();
        }

        @Override
        public List<String> crystals(int epoch, int number) {
            return Arrays.stream(order().rows(epoch, number))
                    .mapToObj(row -> "mp-" + row)
                    .toList();
        }
    }

    /** Notes every position and the means of every epoch. */
    private static final class Notes implements TrainingLoop.Observer {
        final List<Position> positions = new ArrayList<>();
        final List<String> epochs = new ArrayList<>();

        @Override
        public void stepped(int epoch, double done, double loss) {}

        @Override
        public void between(Position position) {
            positions.add(position);
        }

        @Override
        public boolean epochEnded(int epoch, long step, Map<String, Double> means) {
            epochs.add(epoch + " " + step + " " + means);
            positions.add(Position.atEpoch(epoch + 1));
            return true;
        }
    }

    private static Notes train(CountedSession session, Position from) {
        Notes notes = new Notes();
        try (TrainingLoop loop = new TrainingLoop(new Cancellation())) {
            loop.run(session, new Crystals(), Schedule.oneCycle(0.1, 12, 0.3), from, EPOCHS, RANDOM, notes);
        }
        return notes;
    }

    @Test
    void fromEveryPositionTrainingGoesOnAsIfItHadNotStopped() {
        CountedSession whole = new CountedSession(step -> Math.sqrt(step + 1));
        Notes notes = train(whole, Position.START);
        assertEquals(12, whole.steps.size());
        assertEquals(12, notes.positions.size());
        for (int done = 1; done < 12; done++) {
            Position position = notes.positions.get(done - 1);
            int before = done;
            CountedSession rest = new CountedSession(step -> Math.sqrt(before + step + 1));
            List<String> epochs = train(rest, position).epochs;
            assertEquals(
                    whole.steps.subList(done, 12).stream()
                            .map(text -> text.substring(text.indexOf(' ')))
                            .toList(),
                    rest.steps.stream()
                            .map(text -> text.substring(text.indexOf(' ')))
                            .toList(),
                    "rates and dropout after " + position);
            assertEquals(notes.epochs.subList(position.epoch(), EPOCHS), epochs, "means to the bit after " + position);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 4e6})
    void aLossGoneAstrayNamesStepTermsAndCrystals(double astray) {
        CountedSession session = new CountedSession(step -> step < 6 ? 2 : astray);
        InvalidInputException stop = assertThrows(InvalidInputException.class, () -> train(session, Position.START));
        String message = stop.getMessage();
        assertTrue(message.startsWith("epoch 2, batch 3, step 7  the loss "), message);
        assertTrue(message.contains("loss/mask = " + astray / 2), message);
        assertTrue(message.contains("clip-norm: 1"), message);
        assertTrue(message.endsWith(String.join(", ", new Crystals().crystals(1, 2))), message);
        assertEquals(Double.isFinite(astray), message.contains("exploded"), message);
    }

    /** Contrastive losses start near zero, and energies in other units far from it. */
    @ParameterizedTest
    @CsvSource({"1e-9, 5", "1e7, 1e9", "3, 2e6"})
    void aLossThatOnlyGrowsIsNoReasonToStop(double first, double later) {
        CountedSession session = new CountedSession(step -> step == 0 ? first : later);
        train(session, Position.START);
        assertEquals(12, session.steps.size());
    }
}
