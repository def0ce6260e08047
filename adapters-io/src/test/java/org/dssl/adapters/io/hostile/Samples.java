package org.dssl.adapters.io.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dssl.adapters.io.structure.SharedFiles;

/** Small good files of every format, in the dialects of those who write them. */
final class Samples {
    private static final String SITES = "loop_\n_atom_site_label\n_atom_site_type_symbol\n_atom_site_fract_x\n"
            + "_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n";
    private static final String CUBE = "_cell_length_a 5.64(2)\n_cell_length_b 5.64(2)\n_cell_length_c 5.64(2)\n"
            + "_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n";
    private static final String STRUCTURE =
            """
            {"@module":"pymatgen.core.structure","@class":"Structure","charge":null,
            "lattice":{"matrix":[[4.1,0,0],[0,5,0],[1.2,0,6]],"pbc":[true,true,true]},
            "sites":[{"species":[{"element":"Na","occu":1}],"abc":[0,0,0],"label":"Na1","properties":{"forces":[0.1,0,-1e-3]}},
            {"species":[{"element":"Cl","occu":0.75},{"element":"Br","occu":0.25}],"abc":[0.5,0.25,-0.1],"label":"Cl1",
            "properties":{"forces":[0,0,1]}}],"properties":{"energy":-7.5}}""";
    private static final String ATOMS =
            """
            {"lattice_mat":[[4.1,0,0],[0,5,0],[1.2,0,6]],"coords":[[0,0,0],[0.5,0.25,-0.1]],"elements":["Na","Cl"],
            "abc":[4.1,5,6.1],"angles":[90,80,90],"cartesian":false,"props":["",""]}""";

    private static final int LARGEST = 8 << 10;

    private Samples() {}

    static final List<byte[]> CIF = bytes(
            // listed operations, as the COD has them
            "#$Date$\ndata_1000041\nloop_\n_publ_author_name\n'Abrahams, S C'\n;Title\nof it\n;\n" + CUBE
                    + "_symmetry_space_group_name_H-M 'F m -3 m'\nloop_\n_symmetry_equiv_pos_as_xyz\n  x,y,z\n  1/2+x,1/2+y,z\n"
                    + "  -x,-y,-z\n z,x,y\n" + SITES + "Na1 Na1+ 0. 0. 0. 1.\nCl1 Cl1- 0.5 0.5 0.5 1.\n",
            // a symbol alone, with ICSD's letter
            "data_29083-ICSD\n" + CUBE
                    + "_symmetry_space_group_name_H-M 'F d -3 m Z'\n_symmetry_Int_Tables_number 227\n"
                    + "loop_\n_atom_type_symbol\n_atom_type_oxidation_number\nMg2+ 2\n" + SITES
                    + "Mg1 Mg2+ 0.125 0.125 0.125 1.\nAl1 Al3+ 0.5 0.5 0.5 1.\nO1 O2- 0.2624 0.2624 0.2624 1.\n",
            // pymatgen's, of P 1
            "# generated using pymatgen\ndata_NaCl\n_symmetry_space_group_name_H-M   'P 1'\n" + CUBE
                    + "_symmetry_Int_Tables_number   1\n_chemical_formula_sum   'Na1 Cl1'\n_cell_volume   179\nloop_\n"
                    + " _symmetry_equiv_pos_site_id\n _symmetry_equiv_pos_as_xyz\n  1  'x, y, z'\n" + SITES
                    + "  Na0  Na  0.0  0.0  0.0  1\n  Cl1  Cl  0.5  0.5  0.5  1.0\n",
            // VESTA's phases, shared sites and groups
            "data_VESTA_phase_1\n" + CUBE
                    + "_space_group_name_H-M_alt 'P -1'\nloop_\n_space_group_symop_operation_xyz\n"
                    + "'x, y, z'\n'-x, -y, -z'\n" + SITES + "Fe1 Fe 0.1 0.2 0.3 0.6\nNi1 Ni 0.1 0.2 0.3 0.4\n\n"
                    + "data_second\n" + CUBE + SITES.replace("_atom_site_occupancy", "_atom_site_disorder_group")
                    + "C1 C 0.1 0 0 1\nC2 C 0.3 0 0 2\nO1 O 0.6 0.6 0.6 .\n",
            "data_x\n_cell_length_a 3.76\n_cell_length_b 3.76\n_cell_length_c 10.55\n_cell_angle_gamma 120\n"
                    + "_space_group_IT_number 166\n" + SITES + "As1 As 0 0 0.2271 .\nWat1 Wat 0.333 0.667 0.1 0.5\n"
                    + "M1 '0.8Nb + 0.2Zr' 0.5 0 0 1\n");

    static final List<byte[]> JSON_LINES = bytes(
            "{\"id\":\"mp-1\",\"cell\":[4.1,5,6,90,100.5,90],\"elements\":[\"Na\",\"Cl\"],\"frac\":[[0,0,0],[0.5,0.25,-0.1]],"
                    + "\"K\":1.5,\"fold\":null,\"forces\":[[0,0,0.5],[0,0,-0.5]]}\n{\"id\":2,\"elements\":[\"Po\"],"
                    + "\"frac\":[[0,0,0]],\"cell\":[3,3,3,90,90,90],\"name\":\"\\u00e9\",\"nested\":{\"a\":[1,[2]]}}\n\n");

    static final List<byte[]> PYMATGEN = bytes(
            STRUCTURE,
            "{\"columns\":[\"structure\",\"gap\"],\"index\":[0,\"mb-2\"],\"data\":[[" + STRUCTURE + ",1.5],\n["
                    + STRUCTURE + ",null]]}",
            "{\"gap\":{\"0\":1,\"1\":2},\"structure\":{\"0\":" + STRUCTURE + ",\n\"1\":" + STRUCTURE + "}}",
            "[" + STRUCTURE + ",{\"material_id\":\"mp-2\",\"structure\":" + STRUCTURE + ",\"K\":3}]",
            "{\"mp-1\":" + STRUCTURE + ",\"mp-2\":{\"structure\":\"data_x\\n_cell_length_a 4\\n_cell_length_b 4\\n"
                    + "_cell_length_c 4\\nloop_\\n_atom_site_label\\n_atom_site_fract_x\\n_atom_site_fract_y\\n"
                    + "_atom_site_fract_z\\nNa 0 0 0\\n\"}}");

    static final List<byte[]> JARVIS = bytes(
            "[{\"jid\":\"JVASP-1\",\"atoms\":" + ATOMS
                    + ",\"ehull\":0.25,\"bulk\":\"na\"},\n{\"jid\":\"JVASP-2\",\"atoms\":"
                    + ATOMS.replace("false", "true") + "}]",
            ATOMS,
            "{\"JVASP-9\":{\"atoms\":" + ATOMS + ",\"gap\":0}}");

    static final List<byte[]> XYZ = bytes(
            "2\nLattice=\"4 0 0 0 4 0 0 0 5\" Properties=species:S:1:pos:R:3:forces:R:3 energy=-1.5 pbc=\"T T T\"\n"
                    + "Na 0 0 0 0.1 0 0\nCl 2 2 2.5 -0.1 0 0\n1\nLattice=\"3 0 0 0 3 0 0 0 3\" id=b config=[1, 2] flag\n"
                    + "Po 0 0 0\n",
            "1\npbc=[T, T, T] Lattice={3 0 0 0 3 0 0 0 3} note='it''s' Properties=id:I:1:species:S:1:pos:R:3\n7 Po 1e0 -.5 0\n");

    static final List<byte[]> POSCAR = bytes(
            "rock salt\n2.0\n2 0 0\n0 2 0\n0 0 2.5\nNa Cl\n1 1\nSelective dynamics\nDirect\n0 0 0 T T F\n0.5 0.5 0.5 F F F\n",
            "Na Cl\n-80\n2 0 0\n0 2 0\n0 0 2.5\n1 1\nCartesian\n0 0 0\n1 1 1.25\n\n0.1 0 0\n0 0.1 0\n",
            "Fe2O3 # hematite\n1 1 1\n5.03 0 0\n-2.515 4.356 0\n0 0 13.75\n2 3\ndirect\n0 0 0.1\n0 0 0.6\n0.3 0 0.25\n"
                    + "0 0.3 0.25\n0.7 0.7 0.25\n");

    static final List<byte[]> TABLE = bytes("a,1.5\nb.cif,2\n\"c\",na\nd,1e3\n", "a;1;2\nb;3;4\n", "a\t1\n");

    /** And the awkward published CIFs of at most 8 KB, where they are at hand. */
    static List<byte[]> withPublished(List<byte[]> samples) {
        List<byte[]> all = new ArrayList<>(samples);
        SharedFiles.find("data/cif_parser_samples.zip").ifPresent(file -> {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    if (!entry.isDirectory() && entry.getSize() <= LARGEST) {
                        all.add(zip.getInputStream(entry).readAllBytes());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return all;
    }

    private static List<byte[]> bytes(String... texts) {
        return Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }
}
