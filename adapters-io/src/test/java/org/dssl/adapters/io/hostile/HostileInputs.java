package org.dssl.adapters.io.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Good files that were changed in a few places, and sometimes packed with gzip and changed again. */
final class HostileInputs {
    private HostileInputs() {}

    static Arbitrary<byte[]> of(List<byte[]> samples) {
        Arbitrary<byte[]> mutated = Combinators.combine(
                        Arbitraries.of(samples), mutation().list().ofMinSize(1).ofMaxSize(6))
                .as(HostileInputs::apply);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(30, mutated),
                net.jqwik.api.Tuple.of(
                        1,
                        Combinators.combine(mutated, mutation().list().ofMaxSize(2))
                                .as((text, again) -> apply(gzip(text), again))),
                net.jqwik.api.Tuple.of(
                        1, Arbitraries.bytes().array(byte[].class).ofMaxSize(300)));
    }

    private static Arbitrary<Mutation> mutation() {
        return Combinators.combine(
                        Arbitraries.of(Mutation.Kind.class),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 99_999))
                .as(Mutation::new);
    }

    private static byte[] apply(byte[] text, List<Mutation> mutations) {
        byte[] changed = text;
        for (Mutation mutation : mutations) {
            changed = mutation.apply(changed);
        }
        return changed;
    }

    static byte[] gzip(byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
