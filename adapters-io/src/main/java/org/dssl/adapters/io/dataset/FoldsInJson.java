package org.dssl.adapters.io.dataset;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.train.GivenFolds.Given;

/**
 * Finds folds in JSON: every object with a list {@code test}. Its key is the fold's name, the key above it the task's,
 * unless that is {@code splits}. Read as a stream; Matbench's own file has two million ids.
 */
final class FoldsInJson {
    private static final String SPLITS = "splits";

    private final Path file;
    private final Map<String, List<Given>> tasks = new LinkedHashMap<>();
    /** Each id once: a fold's test part is in the training part of the others. */
    private final Map<String, String> ids = new HashMap<>();

    FoldsInJson(Path file) {
        this.file = file;
    }

    /** Folds by task; the task is "" if nothing names it. */
    Map<String, List<Given>> read(InputStream content) throws IOException {
        try (JsonParser json = new JsonMapper().createParser(content)) {
            require(json.nextToken() == JsonToken.START_OBJECT, json, "must be a JSON object. " + layout());
            object(json, "", "");
        }
        if (tasks.isEmpty()) {
            throw new InvalidInputException(file.toString(), "holds no folds. " + layout());
        }
        return tasks;
    }

    private static String layout() {
        return "Known are {\"splits\": {TASK: {\"fold_0\": {\"train\": [ids], \"test\": [ids]}, …}}}, as Matbench's"
                + " matbench_v0.1_validation.json, and a table .csv with the columns id and fold";
    }

    private void object(JsonParser json, String above, String name) throws IOException {
        List<String> train = null;
        List<String> test = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_OBJECT) {
                object(json, name.equals(SPLITS) ? "" : name, key);
            } else if (token == JsonToken.START_ARRAY && key.equals("train")) {
                train = strings(json);
            } else if (token == JsonToken.START_ARRAY && key.equals("test")) {
                test = strings(json);
            } else {
                json.skipChildren();
            }
        }
        require(train == null || test != null, json, "fold " + name + " has train, but no test");
        if (test != null) {
            require(train == null || !train.isEmpty(), json, "fold " + name + " trains on nothing");
            require(!name.isEmpty(), json, "the folds need names. " + layout());
            List<Given> folds = tasks.computeIfAbsent(above, key -> new ArrayList<>());
            folds.add(new Given(foldName(name), train == null ? List.of() : train, test));
        }
    }

    /** {@code 0} of {@code fold_0}. */
    static String foldName(String key) {
        return key.replaceFirst("^fold[_-](?=.)", "");
    }

    private List<String> strings(JsonParser json) throws IOException {
        List<String> strings = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json.currentToken().isScalarValue(), json, "must be an id, not a list or an object");
            strings.add(ids.computeIfAbsent(json.getText(), id -> id));
        }
        return strings;
    }

    private void require(boolean holds, JsonParser json, String otherwise) {
        if (!holds) {
            throw new InvalidInputException(
                    file + ":" + json.currentTokenLocation().getLineNr(), otherwise);
        }
    }
}
