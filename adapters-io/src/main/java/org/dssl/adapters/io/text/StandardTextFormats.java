package org.dssl.adapters.io.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dssl.adapters.io.run.AtomicFiles;
import org.dssl.ports.out.TextFormats;

/** JSON by Jackson, CSV by Commons CSV. */
public final class StandardTextFormats implements TextFormats {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Override
    public String json(Object tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON can be made of this tree", e);
        }
    }

    @Override
    public void writeText(Path file, String text) {
        AtomicFiles.write(file, text);
    }

    @Override
    public void writeCsv(Path file, List<String> header, List<List<String>> rows) {
        Path target = file.toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
            Path beside = Files.createTempFile(target.getParent(), ".dssl-", ".csv");
            try (Writer writer = Files.newBufferedWriter(beside);
                    CSVPrinter printer = new CSVPrinter(
                            writer,
                            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get())) {
                printer.printRecord(header);
                printer.printRecords(rows);
            }
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
