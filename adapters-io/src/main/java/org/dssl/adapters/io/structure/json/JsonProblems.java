package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Jackson's complaints as one line. */
final class JsonProblems {
    private JsonProblems() {}

    static String text(JsonProcessingException e) {
        String message = e.getOriginalMessage().lines().findFirst().orElse("");
        String column =
                e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
        return "not JSON" + column + ": " + message;
    }
}
