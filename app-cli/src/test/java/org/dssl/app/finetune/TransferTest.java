package org.dssl.app.finetune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dssl.domain.nn.Activation;
import org.dssl.domain.nn.Cgcnn;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.Pooling;
import org.dssl.domain.nn.PropertyProgram;
import org.dssl.domain.nn.Tap;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.program.ModelState;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.reference.ReferenceSession;
import org.junit.jupiter.api.Test;

class TransferTest {
    private static ReferenceSession open(int width, int layers, long seed) {
        Encoder encoder = new Cgcnn(width, layers, Activation.SOFTPLUS, 0);
        return new ReferenceSession(
                new PropertyProgram(encoder, 5, 1, Tap.BEFORE_ATTENTION, Pooling.MEAN, PropertyProgram.Loss.L1),
                OptimiserOptions.adamW(0, true),
                seed);
    }

    private static ModelState pretrained() {
        try (ReferenceSession session = open(4, 2, 1)) {
            return session.state().weightsOnly(name -> name.startsWith(Encoder.PREFIX));
        }
    }

    @Test
    void theEncodersWeightsAreTakenOver() {
        try (ReferenceSession session = open(4, 2, 2)) {
            Transfer.into(session, pretrained());
            assertArrayEquals(
                    pretrained().weights().get("encoder/atoms.weight").values(),
                    session.state().weights().get("encoder/atoms.weight").values());
        }
    }

    @Test
    void anotherWidthOrDepthIsTold() {
        assertEquals("encoder/atoms.bias is 1 × 4 there, 1 × 6 here", difference(6, 2));
        assertEquals("encoder/layer-2.gate.bias is missing there, 1 × 8 here", difference(4, 3));
        assertEquals("encoder/layer-1.gate.bias is 1 × 8 there, missing here", difference(4, 1));
    }

    private static String difference(int width, int layers) {
        try (ReferenceSession session = open(width, layers, 2)) {
            String message = assertThrows(InvalidInputException.class, () -> Transfer.into(session, pretrained()))
                    .getMessage();
            return message.substring(message.indexOf("network: ") + 9, message.indexOf(". Give"));
        }
    }
}
