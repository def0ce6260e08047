package org.dssl.adapters.io.structure.cif;

import static org.dssl.adapters.io.structure.cif.CifSiteColumns.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.Limits;
import org.dssl.adapters.io.structure.Shown;
import org.dssl.adapters.io.structure.disorder.Occupant;

/** The sites of a block, and what is imperfect about them. */
final class CifSites {
    /** Rounded, or refined without a bound. */
    private static final double MOST = 1.02;

    private static final String FORMULA = "_chemical_formula_sum";

    private final CifElements elements;
    private final CifSiteColumns columns;
    private final List<CifSite> sites = new ArrayList<>();
    private BadStructureException disorder;
    private BadStructureException missingHydrogen;

    private CifSites(CifBlock block) throws BadStructureException {
        elements = new CifElements(block.text(FORMULA));
        columns = CifSiteColumns.of(block);
    }

    static CifSites of(CifBlock block) throws BadStructureException {
        CifSites sites = new CifSites(block);
        for (int row = 0; row < sites.columns.rows(); row++) {
            if (!sites.columns.isDummy(row)) {
                sites.addSites(row);
                Limits.requireAtoms(sites.sites.size(), sites.columns.line(row));
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

    /** One site, or one for each element of a mixture such as {@code 0.8Nb + 0.2Zr}. */
    private void addSites(int row) throws BadStructureException {
        String name = columns.name(row);
        String where = " (site " + name + ")";
        Map<String, Double> mixture = CifElements.mixture(text(columns.type(), row));
        Map<Integer, Double> parts = new LinkedHashMap<>();
        if (mixture.isEmpty()) {
            parts.put(element(row, text(columns.type(), row), where), 1.0);
        }
        for (Map.Entry<String, Double> part : mixture.entrySet()) {
            parts.merge(element(row, part.getKey(), where), part.getValue(), Double::sum);
        }
        lookForHydrogens(row, name);
        double x = columns.position()[0].number(row, 0, where);
        double y = columns.position()[1].number(row, 0, where);
        double z = columns.position()[2].number(row, 0, where);
        for (Map.Entry<Integer, Double> part : parts.entrySet()) {
            sites.add(new CifSite(occupant(row, name, part.getKey(), part.getValue()), x, y, z));
        }
    }

    private int element(int row, String symbol, String where) throws BadStructureException {
        try {
            if (symbol != null) {
                return elements.ofType(symbol);
            }
            String name = text(columns.label(), row);
            if (name == null) {
                throw new IllegalArgumentException("no element is given");
            }
            return elements.ofLabel(name);
        } catch (IllegalArgumentException e) {
            CifColumn column = symbol != null || columns.label() == null ? columns.type() : columns.label();
            throw new BadStructureException(column.line(row), column.tag() + ": " + e.getMessage() + where);
        }
    }

    private Occupant occupant(int row, String name, int number, double part) throws BadStructureException {
        CifColumn occupancy = columns.occupancy();
        double filled = text(occupancy, row) == null ? 1 : occupancy.number(row, 1, " (site " + name + ")");
        if (filled < 0 || filled > MOST || part > MOST) {
            throw new BadStructureException(
                    columns.line(row),
                    "site " + name + " is occupied to " + (part > MOST ? String.valueOf(part) : occupancy.text(row))
                            + "; from 0 to 1 is possible");
        }
        String stated = text(columns.group(), row);
        String group = stated == null || stated.equals("0") ? null : stated;
        String assembly = text(columns.assembly(), row);
        Occupant occupant = new Occupant(
                name, number, Math.min(1, part * filled), assembly == null ? "" : assembly, group, columns.line(row));
        if (disorder == null && !occupant.isFull()) {
            disorder = disorder(row, name, group, filled);
        }
        return occupant;
    }

    private BadStructureException disorder(int row, String name, String group, double filled) {
        if (group != null) {
            return new BadStructureException(
                    columns.group().line(row),
                    "site " + name + " belongs to disorder group " + Shown.text(group)
                            + "; only ordered structures can be used");
        }
        CifColumn column = filled == 1 ? columns.type() : columns.occupancy();
        return new BadStructureException(
                column.line(row),
                "site " + name + (filled == 1 ? " is shared by " : " is occupied to ") + Shown.text(column.text(row))
                        + "; only fully occupied, ordered structures can be used");
    }

    private void lookForHydrogens(int row, String name) throws BadStructureException {
        boolean stated = text(columns.hydrogens(), row) != null
                && columns.hydrogens().number(row, 0, " (site " + name + ")") > 0;
        String symbol = text(columns.type(), row) == null ? text(columns.label(), row) : text(columns.type(), row);
        boolean named = text(columns.type(), row) == null ? CifElements.isWater(symbol) : CifElements.isHydride(symbol);
        if (missingHydrogen == null && (stated || named)) {
            missingHydrogen = stated
                    ? new BadStructureException(
                            columns.hydrogens().line(row),
                            "site " + name + " carries " + columns.hydrogens().text(row)
                                    + " hydrogen atoms without positions (_atom_site_attached_hydrogens)")
                    : new BadStructureException(
                            columns.line(row),
                            "site " + name + " stands for " + Shown.text(symbol)
                                    + ", whose hydrogen atoms have no positions");
        }
    }
}
