package org.dssl.adapters.io.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dssl.domain.crystal.Crystal;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureReader;
import org.dssl.ports.out.StructureSink;

/** What a reader handed on; problems as {@code name:line  reason} with the file's name alone. */
public final class Collected implements StructureSink {
    public final List<Crystal> crystals = new ArrayList<>();
    public final List<String> places = new ArrayList<>();
    public final List<String> problems = new ArrayList<>();
    public final List<String> badStructures = new ArrayList<>();
    private final Path folder;

    private Collected(Path folder) {
        this.folder = folder;
    }

    /** @param folder whose path is left out of places */
    public static Collected of(Path folder) {
        return new Collected(folder);
    }

    /** Writes the text into the folder and reads it. */
    public static Collected read(StructureReader reader, Path folder, String name, String text) {
        try {
            Path file = Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
            Collected collected = new Collected(folder);
            StructureFiles.read(reader, StructureFiles.input(file), collected);
            return collected;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void crystal(Crystal crystal, String place) {
        crystals.add(crystal);
        places.add(relative(place));
    }

    @Override
    public void problem(StructureProblem problem) {
        problems.add(relative(problem.place()) + "  " + problem.reason());
        badStructures.add(problem.structure());
    }

    private String relative(String place) {
        return place.replace(folder + folder.getFileSystem().getSeparator(), "");
    }

    /** The one crystal, when there is one and no problem. */
    public Crystal only() {
        assertEquals(List.of(), problems);
        assertEquals(1, crystals.size(), "crystals");
        return crystals.get(0);
    }

    /** The one problem, when there is one and no crystal. */
    public String onlyProblem() {
        assertEquals(0, crystals.size(), "crystals");
        assertEquals(1, problems.size(), () -> "problems: " + problems);
        return problems.get(0);
    }
}
