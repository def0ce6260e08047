package org.dssl.adapters.io.structure.cif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.Limits;
import org.dssl.adapters.io.structure.Shown;
import org.dssl.adapters.io.structure.disorder.Occupant;

/** The atom-site loop of a block, and what is imperfect about it. */
final class CifSites {
    /** Rounded, or refined without a bound. */
    private static final double MOST = 1.02;

    private static final String FORMULA = "_chemical_formula_sum";

    private final CifElements elements;
    private final CifColumn label;
    private final CifColumn type;
    private final CifColumn occupancy;
    private final CifColumn assembly;
    private final CifColumn group;
    private final CifColumn hydrogens;
    private final CifColumn flag;
    private final CifColumn[] position;
    private final List<CifSite> sites = new ArrayList<>();
    private BadStructureException disorder;
    private BadStructureException missingHydrogen;

    private CifSites(CifBlock block) throws BadStructureException {
        elements = new CifElements(block.text(FORMULA));
        label = block.find("_atom_site_label", "_atom_site_id");
        type = block.find("_atom_site_type_symbol");
        occupancy = block.find("_atom_site_occupancy");
        assembly = block.find("_atom_site_disorder_assembly");
        group = block.find("_atom_site_disorder_group");
        hydrogens = block.find("_atom_site_attached_hydrogens");
        flag = block.find("_atom_site_calc_flag");
        position = new CifColumn[] {
            block.find("_atom_site_fract_x"), block.find("_atom_site_fract_y"), block.find("_atom_site_fract_z")
        };
    }

    static CifSites of(CifBlock block) throws BadStructureException {
        CifSites sites = new CifSites(block);
        sites.requireColumns(block);
        for (int row = 0; row < sites.position[0].rows(); row++) {
            if (!sites.isDummy(row)) {
                sites.addSites(row);
                Limits.requireAtoms(sites.sites.size(), sites.line(row));
            }
        }
        sites.compareHydrogens(block);
        return sites;
    }

    List<CifSite> list() {
        return sites;
    }

    /** The first site that is partly occupied or belongs to a group; null if there is none. */
    BadStructureException disorder() {
        return disorder;
    }

    /** What tells that hydrogen lacks positions; null if nothing does. */
    BadStructureException missingHydrogen() {
        return missingHydrogen;
    }

    /** X-rays see hydrogen badly, and many published structures leave it out: without it they are another crystal. */
    private void compareHydrogens(CifBlock block) throws BadStructureException {
        boolean none = sites.stream().noneMatch(site -> site.occupant().atomicNumber() == 1);
        if (missingHydrogen == null && elements.formulaHas(1) && none) {
            CifColumn formula = block.find(FORMULA);
            missingHydrogen = new BadStructureException(
                    formula.line(),
                    formula.tag() + ": the formula has hydrogen (" + Shown.text(block.text(FORMULA))
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
                new CifColumn[] {label, type, occupancy, assembly, group, hydrogens, flag, position[1], position[2]}) {
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

    /** One site, or one for each element of a mixture such as {@code 0.8Nb + 0.2Zr}. */
    private void addSites(int row) throws BadStructureException {
        String name = name(row);
        String where = " (site " + name + ")";
        Map<String, Double> mixture = CifElements.mixture(text(type, row));
        Map<Integer, Double> parts = new LinkedHashMap<>();
        if (mixture.isEmpty()) {
            parts.put(element(row, text(type, row), where), 1.0);
        }
        for (Map.Entry<String, Double> part : mixture.entrySet()) {
            parts.merge(element(row, part.getKey(), where), part.getValue(), Double::sum);
        }
        lookForHydrogens(row, name);
        double x = position[0].number(row, 0, where);
        double y = position[1].number(row, 0, where);
        double z = position[2].number(row, 0, where);
        for (Map.Entry<Integer, Double> part : parts.entrySet()) {
            sites.add(new CifSite(occupant(row, name, part.getKey(), part.getValue()), x, y, z));
        }
    }

    private String name(int row) {
        String text = text(label, row);
        if (text == null) {
            text = text(type, row);
        }
        return text == null ? "number " + (row + 1) : Shown.text(text);
    }

    private int element(int row, String symbol, String where) throws BadStructureException {
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

    private Occupant occupant(int row, String name, int number, double part) throws BadStructureException {
        double filled = text(occupancy, row) == null ? 1 : occupancy.number(row, 1, " (site " + name + ")");
        if (filled < 0 || filled > MOST) {
            throw new BadStructureException(
                    occupancy.line(row),
                    "site " + name + " is occupied to " + occupancy.text(row) + "; from 0 to 1 is possible");
        }
        String stated = text(group, row);
        String together = stated == null || stated.equals("0") ? null : stated;
        String unit = text(assembly, row);
        Occupant occupant =
                new Occupant(name, number, part * Math.min(1, filled), unit == null ? "" : unit, together, line(row));
        if (disorder == null && !occupant.isFull()) {
            disorder = part < 1
                    ? new BadStructureException(
                            type.line(row),
                            "site " + name + " is shared by " + Shown.text(text(type, row))
                                    + "; only fully occupied, ordered structures can be used")
                    : together == null
                            ? new BadStructureException(
                                    occupancy.line(row),
                                    "site " + name + " is occupied to " + occupancy.text(row)
                                            + "; only fully occupied, ordered structures can be used")
                            : new BadStructureException(
                                    group.line(row),
                                    "site " + name + " belongs to disorder group " + Shown.text(together)
                                            + "; only ordered structures can be used");
        }
        return occupant;
    }

    private void lookForHydrogens(int row, String name) throws BadStructureException {
        boolean stated = text(hydrogens, row) != null && hydrogens.number(row, 0, " (site " + name + ")") > 0;
        String symbol = text(type, row) == null ? text(label, row) : text(type, row);
        boolean named = text(type, row) == null ? CifElements.isWater(symbol) : CifElements.isHydride(symbol);
        if (missingHydrogen == null && (stated || named)) {
            missingHydrogen = stated
                    ? new BadStructureException(
                            hydrogens.line(row),
                            "site " + name + " carries " + hydrogens.text(row)
                                    + " hydrogen atoms without positions (_atom_site_attached_hydrogens)")
                    : new BadStructureException(
                            line(row),
                            "site " + name + " stands for " + Shown.text(symbol)
                                    + ", whose hydrogen atoms have no positions");
        }
    }

    private int line(int row) {
        return (label == null ? position[0] : label).line(row);
    }

    private static String text(CifColumn column, int row) {
        return column == null ? null : column.text(row);
    }
}
