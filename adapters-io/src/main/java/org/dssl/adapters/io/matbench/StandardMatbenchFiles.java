package org.dssl.adapters.io.matbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.dssl.adapters.io.run.AtomicFiles;
import org.dssl.ports.out.MatbenchFiles;

/** The two files of a submission. The gzip header of the JDK holds no time, so equal results are equal bytes. */
public final class StandardMatbenchFiles implements MatbenchFiles {
    private static final String WHOLE = "results.json.gz";
    private static final String PARTIAL = "results.partial.json.gz";
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Override
    public Path write(Path folder, Results results, Info info) {
        Path file = folder.resolve(results.partial() ? PARTIAL : WHOLE);
        byte[] bytes = zipped(PythonJson.text(MatbenchTree.of(results)));
        AtomicFiles.write(file, out -> out.write(bytes));
        try {
            // Of the same run; left behind, it would be taken for this one's.
            Files.deleteIfExists(folder.resolve(results.partial() ? WHOLE : PARTIAL));
            Path description = folder.resolve("info.json");
            if (!Files.exists(description)) {
                AtomicFiles.write(description, text(info));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be written: " + e.getMessage(), e);
        }
        return file;
    }

    private static byte[] zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
            zipped.write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String text(Info info) throws JsonProcessingException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("authors", info.authors());
        tree.put("algorithm", info.algorithm());
        tree.put("algorithm_long", info.description());
        tree.put("bibtex_refs", List.of());
        tree.put("notes", info.notes());
        tree.put("requirements", info.requirements());
        return JSON.writeValueAsString(tree) + "\n";
    }
}
