package org.dssl.adapters.io.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table from a stranger names files by their names alone. */
class HostileTableTest {
    private static final String CIF =
            "data_x\n_cell_length_a 4\n_cell_length_b 4\n_cell_length_c 4\nloop_\n_atom_site_label\n_atom_site_fract_x\n"
                    + "_atom_site_fract_y\n_atom_site_fract_z\nPo 0 0 0\n";

    @Test
    void anIdLeadsToNoFileOutsideTheFolder(@TempDir Path temp) throws IOException {
        Path cifs = Files.createDirectories(temp.resolve("cifs"));
        Files.writeString(cifs.resolve("good.cif"), CIF);
        Path secret = Files.writeString(temp.resolve("secret.cif"), CIF);
        List<String> ids = List.of(
                "../secret",
                "../secret.cif",
                "./../secret.cif",
                "sub/../../secret",
                "..\\secret",
                secret.toString(),
                secret.toUri().toString(),
                "good/../../secret");
        Files.writeString(temp.resolve("t.csv"), "id,K\ngood,1\n" + String.join(",1\n", ids) + ",1\n");
        Loaded loaded = Loaded.from(temp, temp.resolve("t.csv").toString(), cifs.toString(), null);
        assertEquals(List.of("good"), loaded.ids());
        assertEquals(ids.size(), loaded.problems().size());
        loaded.problems().forEach(problem -> assertTrue(problem.contains("holds no structure file named"), problem));
    }
}
