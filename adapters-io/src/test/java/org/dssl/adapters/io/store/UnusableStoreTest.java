package org.dssl.adapters.io.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.graph.GraphOptions;
import org.dssl.ports.out.GraphStore;
import org.dssl.ports.out.StoredGraphs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged, of other content, or not to be written: noticed, said, made anew. */
class UnusableStoreTest {
    private static final GraphOptions OPTIONS = GraphOptions.DEFAULT;
    private static final List<Crystal> CRYSTALS = StoreCase.crystals().subList(50, 60);

    @TempDir
    Path folder;

    private StoreCase data;
    private Path file;
    private byte[] whole;

    @BeforeEach
    void make() throws IOException {
        data = new StoreCase(folder, CRYSTALS);
        file = data.open(OPTIONS).file();
        whole = Files.readAllBytes(file);
    }

    private void assertMadeAnew(String because) throws IOException {
        int before = data.readings.get();
        data.notices.clear();
        StoredGraphs opened = data.open(OPTIONS);
        assertTrue(opened.made());
        assertEquals(before + 1, data.readings.get());
        assertEquals(1, data.notices.size());
        String notice = data.notices.get(0);
        assertTrue(notice.contains(because) && notice.contains(file.toString()), notice);
        assertTrue(notice.endsWith("It is made anew"), notice);
    }

    @Test
    void aWholeFileIsOpenedWithoutReadingTheData() {
        StoredGraphs opened = data.open(OPTIONS);
        assertFalse(opened.made());
        assertEquals(1, data.readings.get());
        assertEquals(List.of(), data.notices);
    }

    @Test
    void everyFlippedByteIsNoticed() throws Exception {
        StoreKey key = StoreHeader.of(ByteBuffer.wrap(whole)).key();
        Path copy = folder.resolve("copy.graphs");
        byte[] bytes = whole.clone();
        for (int at = 0; at < whole.length; at += at < 600 || at > whole.length - 600 ? 1 : 149) {
            bytes[at] ^= (byte) (1 << at % 8);
            Files.write(copy, bytes);
            assertThrows(UnusableStoreException.class, () -> StoreFile.open(copy, key, OPTIONS, false), "byte " + at);
            bytes[at] = whole[at];
        }
        Files.write(copy, bytes);
        assertEquals(CRYSTALS.size(), StoreFile.open(copy, key, OPTIONS, false).size());
    }

    @Test
    void damageIsSaidAndMended() throws Exception {
        StoreHeader header = StoreHeader.of(ByteBuffer.wrap(whole));
        for (long at : new long[] {0, 9, 300, 600, header.index() + 3, header.tail() + 1, header.checks()}) {
            byte[] bytes = whole.clone();
            bytes[(int) at] ^= 4;
            Files.write(file, bytes);
            assertMadeAnew(at == 9 ? "has format" : "damaged");
            assertEquals(-1, Arrays.mismatch(whole, Files.readAllBytes(file)));
        }
    }

    @Test
    void aFileThatIsCutOrLongerIsDamaged() throws IOException {
        for (int length : new int[] {0, 100, 512, whole.length - 1, whole.length + 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertMadeAnew("damaged");
        }
    }

    @Test
    void anotherFormatIsMadeAnew() throws IOException {
        byte[] bytes = whole.clone();
        bytes[8] = 2;
        Files.write(file, bytes);
        assertMadeAnew("has format 2, where this dssl reads format 1");
    }

    @Test
    void oneChangedByteOfTheInputIsNoticedWhateverItsTimeSays() throws IOException {
        FileTime time = Files.getLastModifiedTime(data.input);
        data.content("some bytez");
        Files.setLastModifiedTime(data.input, time);
        assertMadeAnew("is of another content of the data");
    }

    @Test
    void aFileOfOtherOptionsIsNotTakenForOurs() throws IOException {
        Path other = data.open(OPTIONS.withQuotient(false)).file();
        assertNotEquals(file, other);
        Files.copy(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertMadeAnew("is of other graph options");
    }

    @Test
    void eachOptionHasItsOwnFile() {
        long files = Stream.of(
                        OPTIONS,
                        OPTIONS.withQuotient(false),
                        OPTIONS.withAngles(true),
                        GraphOptions.PAPER,
                        new GraphOptions(OPTIONS.mode(), 11, 8, 1e-4, true),
                        new GraphOptions(OPTIONS.mode(), 12, 7, 1e-4, true),
                        new GraphOptions(OPTIONS.mode(), 12, 8, 1e-5, true))
                .map(options -> data.open(options).file())
                .distinct()
                .count();
        assertEquals(7, files);
    }

    @Test
    void anotherVersionOfDsslMakesItAnew() throws Exception {
        StoreKey key = StoreHeader.of(ByteBuffer.wrap(whole)).key();
        StoreKey older = new StoreKey(key.inputs(), key.options(), new byte[StoreKey.HASH]);
        Files.delete(file);
        StoreBuilder.build(file, older, StoreCase.SEGMENT, OPTIONS, data, data.request(), n -> {});
        data.readings.set(0);
        assertMadeAnew("was made by another version of dssl or Java");
    }

    @Test
    void whatAKilledWriterLeftIsReplaced() throws IOException {
        Files.delete(file);
        Path left = StoreName.of(data.wanted(OPTIONS), data.folder).unfinished();
        Files.write(left, Arrays.copyOf(whole, 1000));
        data.open(OPTIONS);
        assertFalse(Files.exists(left));
        assertEquals(-1, Arrays.mismatch(whole, Files.readAllBytes(file)));
    }

    @Test
    void anInputThatChangesWhileItIsReadIsNotStored() throws IOException {
        Files.delete(file);
        data.whileReading(() -> data.content("changed meanwhile"));
        Optional<StoredGraphs> opened = data.tryOpen(OPTIONS);
        assertEquals(Optional.empty(), opened);
        assertFalse(Files.exists(file));
        assertTrue(data.notices.get(0).contains("changed while it was read"), data.notices.get(0));
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoReasonToStop() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        StoreCase elsewhere = new StoreCase(folder, CRYSTALS);
        Optional<StoredGraphs> opened = new FileGraphStore(elsewhere, notAFolder, StoreCase.SEGMENT)
                .open(
                        new GraphStore.Wanted(elsewhere.request(), OPTIONS, notAFolder.resolve("graphs")),
                        elsewhere.notices::add);
        assertEquals(Optional.empty(), opened);
        assertTrue(elsewhere.notices.get(0).startsWith("no graph store: "), elsewhere.notices.get(0));
        assertTrue(elsewhere.notices.get(0).contains("Graphs are kept in memory"), elsewhere.notices.get(0));
    }

    @Test
    void aFolderThatMayOnlyBeReadServesWhatItHolds() {
        assumeFalse(System.getProperty("user.name").equals("root"), "root may write anywhere");
        assertTrue(data.folder.toFile().setWritable(false));
        try {
            assertFalse(data.open(OPTIONS).made());
        } finally {
            assertTrue(data.folder.toFile().setWritable(true));
        }
    }

    @Test
    void smallDataSetsAreNotKeptUnlessAFolderIsNamed() {
        assertEquals(
                Optional.empty(),
                data.store().open(new GraphStore.Wanted(data.request(), OPTIONS, null), data.notices::add));
        assertEquals(List.of(), data.notices);
        data.content("x".repeat((int) FileGraphStore.LARGE));
        assertTrue(data.store()
                .open(new GraphStore.Wanted(data.request(), OPTIONS, null), data.notices::add)
                .isPresent());
    }
}
