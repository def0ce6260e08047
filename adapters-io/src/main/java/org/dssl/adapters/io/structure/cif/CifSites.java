package org.dssl.adapters.io.structure.cif;

import java.util.ArrayList;
import java.util.List;
import org.dssl.adapters.io.structure.BadStructureException;

/** The atom-site loop of a block, every site fully occupied. */
final class CifSites {
    /** Occupancies are written with three digits or more where they mean something. */
    private static final double FULL = 1e-3;

    private static final String FORMULA = "_chemical_formula_sum";

    private final CifElements elements;
    private final CifColumn label;
    private final CifColumn type;
    private final CifColumn occupancy;
    private final CifColumn disorder;
    private final CifColumn hydrogens;
    private final CifColumn flag;
    private final CifColumn[] position;

    private CifSites(CifBlock block) throws BadStructureException {
        elements = new CifElements(block.text(FORMULA));
        label = block.find("_atom_site_label", "_atom_site_id");
        type = block.find("_atom_site_type_symbol");
        occupancy = block.find("_atom_site_occupancy");
        disorder = block.find("_atom_site_disorder_group");
        hydrogens = block.find("_atom_site_attached_hydrogens");
        flag = block.find("_atom_site_calc_flag");
        position = new CifColumn[] {
            block.find("_atom_site_fract_x"), block.find("_atom_site_fract_y"), block.find("_atom_site_fract_z")
        };
    }

    static List<CifSite> of(CifBlock block) throws BadStructureException {
        CifSites columns = new CifSites(block);
        columns.requireColumns(block);
        List<CifSite> sites = new ArrayList<>();
        for (int row = 0; row < columns.position[0].rows(); row++) {
            if (!columns.isDummy(row)) {
                sites.add(columns.site(row));
            }
        }
        columns.requireHydrogens(block, sites);
        return sites;
    }

    /** X-rays see hydrogen badly, and many published structures leave it out: without it they are another crystal. */
    private void requireHydrogens(CifBlock block, List<CifSite> sites) throws BadStructureException {
        if (elements.formulaHas(1) && sites.stream().noneMatch(site -> site.atomicNumber() == 1)) {
            CifColumn formula = block.find(FORMULA);
            throw new BadStructureException(
                    formula.line(),
                    formula.tag() + ": the formula has hydrogen (" + block.text(FORMULA)
                            + "), but no site is hydrogen");
        }
    }

    private void requireColumns(CifBlock block) throws BadStructureException {
        for (int axis = 0; axis < 3; axis++) {
            if (position[axis] == null) {
                throw new BadStructureException(block.line(), "_atom_site_fract_" + "xyz".charAt(axis) + " is missing");
            }
        }
        if (label == null && type == null) {
            throw new BadStructureException(
                    position[0].line(), "_atom_site_label and _atom_site_type_symbol are missing: no elements");
        }
        for (CifColumn other :
                new CifColumn[] {label, type, occupancy, disorder, hydrogens, flag, position[1], position[2]}) {
            if (other != null && other.rows() != position[0].rows()) {
                throw new BadStructureException(
                        other.line(),
                        other.tag() + " has " + other.rows() + " values where _atom_site_fract_x has "
                                + position[0].rows());
            }
        }
    }

    /** By the dictionary, a site with the flag {@code dum} is no atom and its coordinates mean nothing. */
    private boolean isDummy(int row) {
        return "dum".equals(text(flag, row));
    }

    private CifSite site(int row) throws BadStructureException {
        String name = name(row);
        String where = " (site " + name + ")";
        int number = element(row, where);
        requireFull(row, name);
        double x = position[0].number(row, 0, where);
        double y = position[1].number(row, 0, where);
        double z = position[2].number(row, 0, where);
        return new CifSite(name, number, x, y, z, line(row));
    }

    private String name(int row) {
        String text = text(label, row);
        if (text == null) {
            text = text(type, row);
        }
        return text == null ? "number " + (row + 1) : text;
    }

    private int element(int row, String where) throws BadStructureException {
        String symbol = text(type, row);
        try {
            if (symbol != null) {
                return elements.ofType(symbol);
            }
            String name = text(label, row);
            if (name == null) {
                throw new IllegalArgumentException("no element is given");
            }
            return elements.ofLabel(name);
        } catch (IllegalArgumentException e) {
            CifColumn column = symbol != null || label == null ? type : label;
            throw new BadStructureException(column.line(row), column.tag() + ": " + e.getMessage() + where);
        }
    }

    private void requireFull(int row, String name) throws BadStructureException {
        if (text(occupancy, row) != null) {
            double filled = occupancy.number(row, 1, " (site " + name + ")");
            if (Math.abs(filled - 1) > FULL) {
                throw new BadStructureException(
                        occupancy.line(row),
                        "site " + name + " is occupied to " + occupancy.text(row)
                                + "; only fully occupied, ordered structures can be used");
            }
        }
        String group = text(disorder, row);
        if (group != null && !group.equals("0")) {
            throw new BadStructureException(
                    disorder.line(row),
                    "site " + name + " belongs to disorder group " + group + "; only ordered structures can be used");
        }
        if (text(hydrogens, row) != null && hydrogens.number(row, 0, " (site " + name + ")") > 0) {
            throw new BadStructureException(
                    hydrogens.line(row),
                    "site " + name + " carries " + hydrogens.text(row)
                            + " hydrogen atoms without positions (_atom_site_attached_hydrogens)");
        }
    }

    private int line(int row) {
        return (label == null ? position[0] : label).line(row);
    }

    private static String text(CifColumn column, int row) {
        return column == null ? null : column.text(row);
    }
}
