package org.dssl.adapters.io.yaml;

import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Leaves the typing of plain scalars to {@link Scalars}: SnakeYAML's own follows YAML 1.1, where 1e-4 is text, 1:30 is
 * ninety and "no" is false. The tag tells plain scalars from quoted and from explicitly tagged ones.
 */
final class PlainScalars extends Resolver {
    static final Tag PLAIN = new Tag("tag:dssl.org,plain");

    @Override
    protected void addImplicitResolvers() {}

    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
        return kind == NodeId.scalar && implicit ? PLAIN : super.resolve(kind, value, implicit);
    }
}
