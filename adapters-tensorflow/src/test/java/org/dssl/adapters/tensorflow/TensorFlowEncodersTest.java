package org.dssl.adapters.tensorflow;

import org.dssl.domain.nn.Activation;
import org.dssl.domain.nn.Cgcnn;
import org.dssl.domain.nn.DeeperGatGnn;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.EncoderContract;
import org.dssl.domain.nn.Gin;
import org.dssl.domain.nn.MegNet;
import org.dssl.domain.program.OptimiserOptions;
import org.dssl.domain.program.Program;
import org.dssl.domain.program.TrainingSession;
import org.junit.jupiter.api.Nested;

/** The encoders without angles, in TensorFlow's single precision. */
class TensorFlowEncodersTest {

    abstract static class OnTensorFlow extends EncoderContract {
        @Override
        protected TrainingSession open(Program program, OptimiserOptions optimiser, long seed) {
            return new TensorFlowBackend(2, Device.CPU).open(program, optimiser, seed);
        }

        @Override
        protected double tolerance() {
            return 1e-5;
        }

        /** The gradient of a bias before a normalisation is zero by theory: here it is noise of 1e-7. */
        @Override
        protected double gradientTolerance() {
            return 2e-3;
        }
    }

    @Nested
    class OfCgcnn extends OnTensorFlow {
        @Override
        protected Encoder encoder() {
            return new Cgcnn(12, 2, Activation.SOFTPLUS, 0);
        }
    }

    @Nested
    class OfGatGnn extends OnTensorFlow {
        @Override
        protected Encoder encoder() {
            return new DeeperGatGnn(12, 2, 2, 0, DeeperGatGnn.Normalisation.BATCH, false);
        }
    }

    @Nested
    class OfCgcnnOnOrbitalFields extends OfCgcnn {
        @Override
        protected boolean orbitalField() {
            return true;
        }
    }

    @Nested
    class OfGin extends OnTensorFlow {
        @Override
        protected Encoder encoder() {
            return new Gin(12, 2, Activation.RELU, 0);
        }
    }

    @Nested
    class OfMegNet extends OnTensorFlow {
        @Override
        protected Encoder encoder() {
            return new MegNet(12, 2, Activation.SOFTPLUS, 0);
        }
    }
}
