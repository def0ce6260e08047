package org.dssl.adapters.io.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Archives of small texts. */
public final class Archives {
    private Archives() {}

    public static Path zip(Path file, Map<String, String> entries) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path tar(Path file, boolean gzip, Map<String, String> entries) {
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = gzip ? new GZIPOutputStream(raw) : raw) {
            out.write(tar(entries));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An entry whose text begins with {@code ->} is a link. */
    public static byte[] tar(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                boolean link = entry.getValue().startsWith("->");
                byte[] text = entry.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry header = link
                        ? new TarArchiveEntry(entry.getKey(), TarConstants.LF_SYMLINK, true)
                        : new TarArchiveEntry(entry.getKey(), true);
                if (link) {
                    header.setLinkName(entry.getValue().substring(2));
                } else {
                    header.setSize(text.length);
                }
                tar.putArchiveEntry(header);
                tar.write(text, 0, link ? 0 : text.length);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
