package org.dssl.adapters.io.structure;

/** What no structure file needs and a hostile one would use; {@code docs/structure-files.md} states them. */
public final class Limits {
    /** Of one structure, all images counted. */
    public static final int ATOMS = 100_000;
    /** Of a file that is read as a whole, a CIF or a POSCAR, after decompression. */
    public static final int FILE_BYTES = 64 << 20;
    /** Of one line: a JSON line of {@link #ATOMS} atoms with forces is shorter. */
    public static final int LINE_BYTES = 32 << 20;
    /** Values within one structure of a JSON file. */
    public static final int JSON_VALUES = 4_000_000;
    /** Tags and data blocks of a CIF. */
    public static final int CIF_TAGS = 1_000_000;
    /** Values of a CIF, and cells of a table. */
    public static final int VALUES = 10_000_000;
    /** How many times larger than its packed form a content may be; text of structures reaches 30. */
    public static final int EXPANSION = 200;
    /** Content up to this size may be as well packed as it will. */
    public static final long FREELY_EXPANDED = 64L << 20;

    private Limits() {}

    /** @throws BadStructureException beyond {@link #ATOMS} */
    public static void requireAtoms(long atoms, int line) throws BadStructureException {
        if (atoms > ATOMS) {
            throw new BadStructureException(
                    line, "the structure has more than " + ATOMS + " atoms; larger ones are not read");
        }
    }
}
