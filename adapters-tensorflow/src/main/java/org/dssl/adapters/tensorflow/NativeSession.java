package org.dssl.adapters.tensorflow;

import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;

/**
 * Owns a native graph and its session: they are made here alone, together, and closed together. JavaCPP counts sessions
 * but no graphs, so that one left open would show in no test if it could be made by itself.
 */
final class NativeSession implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Session session;

    NativeSession(ConfigProto config) {
        try {
            session = new Session(graph, config);
        } catch (RuntimeException | Error e) {
            graph.close();
            throw e;
        }
    }

    /** Builds operations in the graph. */
    Ops operations() {
        return Ops.create(graph);
    }

    /** A call of the session; to be closed. */
    Run run() {
        return new Run(session);
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
