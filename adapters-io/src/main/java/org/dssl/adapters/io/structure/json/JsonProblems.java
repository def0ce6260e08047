package org.dssl.adapters.io.structure.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.dssl.adapters.io.structure.Shown;

/** Jackson's complaints as one line. */
final class JsonProblems {
    private static final int LONGEST = 200;

    private JsonProblems() {}

    static String text(JsonProcessingException e) {
        String message = Shown.text(e.getOriginalMessage().lines().findFirst().orElse(""), LONGEST);
        String column =
                e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
        return "not JSON" + column + ": " + message;
    }
}
