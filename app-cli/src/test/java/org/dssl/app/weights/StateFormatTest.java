package org.dssl.app.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dssl.domain.nn.Activation;
import org.dssl.domain.nn.Alignn;
import org.dssl.domain.nn.Cgcnn;
import org.dssl.domain.nn.DeeperGatGnn;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.Pooling;
import org.dssl.domain.nn.PropertyProgram;
import org.dssl.domain.nn.Readout;
import org.dssl.domain.nn.Tap;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.dssl.domain.reference.ReferenceSession;
import org.dssl.ports.out.WeightFiles.Array;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateFormatTest {
    /** A network that a format can hold, with two targets. */
    record Network(StateFormat format, Encoder encoder, int atomFeatures, Readout readout) {
        ModelState state() {
            Program program = new PropertyProgram(
                    encoder, atomFeatures, 2, Tap.AFTER_ATTENTION, Pooling.MEAN, readout, PropertyProgram.Loss.L1);
            try (TrainingSession session = new ReferenceSession(program, OptimiserOptions.adamW(0, false), 3)) {
                return session.state();
            }
        }

        @Override
        public String toString() {
            return encoder + " of " + atomFeatures;
        }
    }

    static Stream<Network> networks() {
        Readout hidden = new Readout(List.of(7, 5), Activation.SOFTPLUS, true);
        return Stream.of(
                new Network(new DeeperGatGnnNames(), new DeeperGatGnn(6, 2, 4, 0), 115, Readout.LINEAR),
                new Network(new DeeperGatGnnNames(), new DeeperGatGnn(6, 12, 3, 0), 101, hidden),
                new Network(new AlignnNames(), new Alignn(6, 4, 2, 1), 92, Readout.LINEAR),
                new Network(new CgcnnNames(), new Cgcnn(6, 2, Activation.SOFTPLUS, 0), 92, hidden));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void outAndInAgainIsTheSameNetworkToTheBit(Network network) {
        ModelState ours = network.state();
        Map<String, Array> theirs = StateTransfer.toTheirs(
                network.format().ofOurs(Shapes.of("ours", ours)).names(), ours);
        Shapes shapes = Shapes.of("theirs", theirs);
        assertTrue(network.format().recognises(shapes));
        StateFormat.Network read = network.format().ofReference(shapes);
        assertEquals(2, read.outputs());
        ModelState back = StateTransfer.toOurs("theirs", read.names(), theirs);
        assertEquals(ours.weights().keySet(), back.weights().keySet());
        ours.weights().forEach((name, array) -> {
            assertArrayEquals(array.shape(), back.weights().get(name).shape(), name);
            assertArrayEquals(array.values(), back.weights().get(name).values(), name);
            assertEquals(array.trained(), back.weights().get(name).trained(), name);
        });
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyWeightOfAnEncoderHasItsPlaceAlone(Network network) {
        ModelState encoder = network.state().weightsOnly(name -> name.startsWith(Encoder.PREFIX));
        StateFormat.Network alone = network.format().ofOurs(Shapes.of("ours", encoder));
        assertEquals(0, alone.outputs());
        assertEquals(
                encoder.weights().keySet(),
                alone.names().entries().stream()
                        .collect(LinkedHashMap::new, (map, e) -> map.put(e.ours(), e), Map::putAll)
                        .keySet());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void linearWeightsAreTurned(Network network) {
        ModelState ours = network.state();
        NameTable names = network.format().ofOurs(Shapes.of("ours", ours)).names();
        Map<String, Array> theirs = StateTransfer.toTheirs(names, ours);
        NameTable.Entry atoms = names.entries().stream()
                .filter(entry -> entry.ours().equals("encoder/atoms.weight"))
                .findFirst()
                .orElseThrow();
        double[] here = ours.weights().get(atoms.ours()).values();
        double[] there = theirs.get(atoms.theirs()).values();
        int inputs = network.atomFeatures();
        int width = network.encoder().width();
        assertArrayEquals(new int[] {width, inputs}, theirs.get(atoms.theirs()).shape());
        assertEquals(here[1 * width + 3], there[3 * inputs + 1]);
    }
}
