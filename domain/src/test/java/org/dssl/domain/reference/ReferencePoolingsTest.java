package org.dssl.domain.reference;

import org.dssl.domain.nn.Activation;
import org.dssl.domain.nn.Cgcnn;
import org.dssl.domain.nn.Encoder;
import org.dssl.domain.nn.Pooling;
import org.junit.jupiter.api.Nested;

/** Poolings behind a small encoder: the same properties as encoders have. */
class ReferencePoolingsTest {

    abstract static class Pooled extends ReferenceEncodersTest.OnReference {
        @Override
        protected Encoder encoder() {
            return new Cgcnn(6, 1, Activation.SOFTPLUS, 0);
        }
    }

    @Nested
    class OfSum extends Pooled {
        @Override
        protected Pooling pooling() {
            return Pooling.SUM;
        }

        @Override
        protected double doubling() {
            return 2;
        }
    }

    @Nested
    class OfAttention extends Pooled {
        @Override
        protected Pooling pooling() {
            return Pooling.ATTENTION;
        }
    }

    @Nested
    class OfSet2Set extends Pooled {
        @Override
        protected Pooling pooling() {
            return Pooling.SET2SET;
        }
    }
}
