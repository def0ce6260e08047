package org.dssl.app.finetune;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.NamedArray;
import org.dssl.domain.program.TrainingSession;

/** Gives a session the weights of a pretrained encoder: all of its encoder's, or it is another network. */
public final class Transfer {
    private Transfer() {}

    /** @throws InvalidInputException if a weight is missing, unknown, or of another shape */
    public static void into(TrainingSession session, ModelState pretrained) {
        Map<String, NamedArray> theirs = pretrained.weights();
        Map<String, NamedArray> ours = session.state()
                .weightsOnly(name -> name.startsWith(Encoder.PREFIX))
                .weights();
        TreeSet<String> names = new TreeSet<>(theirs.keySet());
        names.addAll(ours.keySet());
        for (String name : names) {
            String here = shape(ours.get(name));
            String there = shape(theirs.get(name));
            if (!here.equals(there)) {
                throw new InvalidInputException(
                        "encoder",
                        "the pretrained weights are of another network: " + name + " is " + there + " there, " + here
                                + " here. Give encoder, graph.features, graph.elements and graph.degree as the pretraining's"
                                + " config.yaml has them.");
            }
        }
        session.restore(pretrained);
    }

    private static String shape(NamedArray array) {
        return array == null
                ? "missing"
                : Arrays.stream(array.shape()).mapToObj(Integer::toString).collect(Collectors.joining(" × "));
    }
}
