package org.dssl.app.config;

import java.util.List;
import java.util.Map;
import org.dssl.domain.nn.Readout;
import org.dssl.ports.config.ConfigNode;

/** What an encoder's authors have around it, as nodes: the defaults of other sections that follow from its type. */
final class Published {
    private static final String HEAD = "finetune.head";

    private final EncoderType type;
    private final String file;

    private Published(EncoderType type, String file) {
        this.type = type;
        this.file = file;
    }

    /** @param encoder as merged; null, or of an unknown type, is the standard one */
    static Published with(ConfigNode encoder, String file) {
        ConfigNode type = encoder != null && encoder.isMap() ? encoder.map().get(Section.TYPE) : null;
        String name = type == null ? Encoders.STANDARD : String.valueOf(type.value());
        return new Published(Encoders.named(Encoders.names().contains(name) ? name : Encoders.STANDARD), file);
    }

    ConfigNode elements() {
        return node("graph.elements", Choices.name(type.elements()));
    }

    ConfigNode head() {
        Readout head = type.head();
        ConfigNode[] widths = head.hidden().stream()
                .map(width -> node(HEAD + ".hidden", (long) width))
                .toArray(ConfigNode[]::new);
        return node(
                HEAD,
                Map.of(
                        "hidden", node(HEAD + ".hidden", List.of(widths)),
                        "activation", node(HEAD + ".activation", Choices.name(head.activation())),
                        "activate-input", node(HEAD + ".activate-input", head.activateInput())));
    }

    private ConfigNode node(String keyPath, Object value) {
        return new ConfigNode(value, keyPath, file, 0);
    }
}
