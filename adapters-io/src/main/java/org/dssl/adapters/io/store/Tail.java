package org.dssl.adapters.io.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.dssl.ports.out.StructureProblem;

/**
 * What a file says of the data as a whole.
 *
 * @param hash of what was read
 * @param problems that reading met
 */
record Tail(String hash, List<StructureProblem> problems) {

    static byte[] bytes(String hash, List<StructureProblem> problems) {
        ByteSink sink = new ByteSink();
        sink.text(hash);
        sink.count(problems.size());
        for (StructureProblem problem : problems) {
            sink.text(problem.structure());
            sink.text(problem.place());
            sink.text(problem.reason());
        }
        return sink.bytes();
    }

    static Tail of(ByteBuffer bytes) {
        ByteSource source = new ByteSource(bytes, 0);
        String hash = source.text();
        List<StructureProblem> problems = new ArrayList<>();
        for (int left = source.count(); left > 0; left--) {
            problems.add(new StructureProblem(source.text(), source.text(), source.text()));
        }
        return new Tail(hash, List.copyOf(problems));
    }
}
