package org.dssl.adapters.io.structure.cif;

import java.io.IOException;
import java.util.List;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.StructureFiles;
import org.dssl.ports.out.StructureInput;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureReader;
import org.dssl.ports.out.StructureSink;

/**
 * Reads CIF. Each data block with positions of atoms is a structure; its id is the file's name without extension,
 * followed by {@code /} and the block's name if the file holds several.
 */
public final class CifReader implements StructureReader {
    @Override
    public String format() {
        return "CIF";
    }

    @Override
    public boolean accepts(String fileName, byte[] head) {
        return StructureFiles.plainName(fileName).endsWith(".cif") || new CifTokens(head).next() == CifTokens.Kind.DATA;
    }

    @Override
    public void read(StructureInput input, StructureSink sink) throws IOException {
        CifDocument document = new CifDocument(StructureFiles.bytes(input));
        List<CifBlock> blocks = document.blocks().stream()
                .filter(block -> block.hasPositions() || block.openText() > 0)
                .toList();
        String stem = StructureFiles.stem(input.fileName());
        if (blocks.isEmpty()) {
            sink.problem(new StructureProblem(stem, input.place() + ":1", withoutPositions(document)));
        }
        for (CifBlock block : blocks) {
            String id = blocks.size() == 1 ? stem : stem + "/" + block.name();
            try {
                CifStructure.of(block, id).hand(input.place(), sink);
            } catch (BadStructureException e) {
                int line = e.line() > 0 ? e.line() : block.line();
                sink.problem(new StructureProblem(id, input.place() + ":" + line, e.getMessage()));
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
}
