package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.dssl.adapters.io.structure.Limits;

/** A parser that builds trees up to a size: what is larger than any structure must not fill the memory. */
final class BoundedParser extends JsonParserDelegate {
    private final JsonMapper mapper;
    private int left = Limits.JSON_VALUES;

    BoundedParser(JsonParser parser, JsonMapper mapper) {
        super(parser);
        this.mapper = mapper;
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        left--;
        if (token == JsonToken.VALUE_STRING) {
            left -= super.getTextLength() / 16;
        }
        if (left < 0) {
            throw new JsonParseException(
                    this,
                    "more than " + Limits.JSON_VALUES + " values belong together here; such a structure is not read");
        }
        return token;
    }

    /** Gives what follows the full size again. */
    void restart() {
        left = Limits.JSON_VALUES;
    }

    /** The value at which the parser stands. */
    JsonNode tree() throws IOException {
        return mapper.readTree(this);
    }
}
