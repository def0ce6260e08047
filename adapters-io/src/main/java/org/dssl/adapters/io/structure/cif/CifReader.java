package org.dssl.adapters.io.structure.cif;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.crystal.Lattice;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureReader;
import org.dssl.ports.out.StructureSink;

/**
 * Reads CIF. Each data block with positions of atoms is a structure; its id is the file's name without extension,
 * followed by {@code /} and the block's name if the file holds several.
 */
public final class CifReader implements StructureReader {
    private static final String[] LENGTHS = {"_cell_length_a", "_cell_length_b", "_cell_length_c"};
    private static final String[] ANGLES = {"_cell_angle_alpha", "_cell_angle_beta", "_cell_angle_gamma"};

    @Override
    public String format() {
        return "CIF";
    }

    @Override
    public boolean accepts(String fileName, byte[] head) {
        return StructureFiles.plainName(fileName).endsWith(".cif") || new CifTokens(head).next() == CifTokens.Kind.DATA;
    }

    @Override
    public void read(Path file, StructureSink sink) throws IOException {
        CifDocument document = new CifDocument(StructureFiles.bytes(file));
        List<CifBlock> blocks = document.blocks().stream()
                .filter(block -> block.hasPositions() || block.openText() > 0)
                .toList();
        String stem = StructureFiles.stem(file);
        if (blocks.isEmpty()) {
            sink.problem(new StructureProblem(stem, file + ":1", withoutPositions(document)));
        }
        for (CifBlock block : blocks) {
            String id = blocks.size() == 1 ? stem : stem + "/" + block.name();
            try {
                sink.crystal(crystal(block, id), file + ":" + block.line());
            } catch (BadStructureException e) {
                int line = e.line() > 0 ? e.line() : block.line();
                sink.problem(new StructureProblem(id, file + ":" + line, e.getMessage()));
            }
        }
    }

    private static String withoutPositions(CifDocument document) {
        for (CifBlock block : document.blocks()) {
            if (block.has("_atom_site_cartn_x")) {
                return "positions are given as _atom_site_Cartn_x, y, z; _atom_site_fract_x, y, z are needed";
            }
        }
        return "no data block gives positions of atoms (_atom_site_fract_x, y, z)";
    }

    private static Crystal crystal(CifBlock block, String id) throws BadStructureException {
        block.requireClosed();
        Lattice lattice = lattice(block);
        SymmetryExpansion atoms = new SymmetryExpansion(lattice, CifSymmetry.of(block));
        CifSites.of(block).forEach(atoms::add);
        try {
            atoms.requireApart();
            return new Crystal(id, lattice, atoms.atomicNumbers(), atoms.fractional(), Map.of());
        } catch (CrystalException e) {
            throw new BadStructureException(0, e.getMessage());
        }
    }

    private static Lattice lattice(CifBlock block) throws BadStructureException {
        double[] cell = new double[6];
        for (int i = 0; i < 3; i++) {
            cell[i] = parameter(block, LENGTHS[i], Double.NaN);
            // the CIF core dictionary's default of a cell angle
            cell[3 + i] = block.has(ANGLES[i]) ? parameter(block, ANGLES[i], 90) : 90;
        }
        try {
            return Lattice.ofParameters(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]);
        } catch (CrystalException e) {
            throw new BadStructureException(block.find(LENGTHS).line(), e.getMessage());
        }
    }

    private static double parameter(CifBlock block, String tag, double byDefault) throws BadStructureException {
        CifColumn column = block.find(tag);
        if (column == null || column.rows() != 1) {
            throw new BadStructureException(
                    column == null ? block.line() : column.line(),
                    tag + (column == null ? " is missing" : " needs one value, found " + column.rows()));
        }
        return column.number(0, byDefault, "");
    }
}
