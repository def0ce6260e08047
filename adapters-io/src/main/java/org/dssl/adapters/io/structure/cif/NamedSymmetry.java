package org.dssl.adapters.io.structure.cif;

import java.util.List;
import org.dssl.adapters.io.structure.BadStructureException;
import org.dssl.adapters.io.structure.Shown;
import org.dssl.domain.crystal.Lattice;

/** The setting of the space group that a block names: by Hall's symbol, that of Hermann and Mauguin, or its number. */
final class NamedSymmetry {
    private static final String[] HALL = {"_space_group_name_hall", "_symmetry_space_group_name_hall"};
    private static final String[] NAME = {
        "_space_group_name_h-m_alt", "_symmetry_space_group_name_h-m", "_space_group_name_h-m_full"
    };
    private static final String[] NUMBER = {"_space_group_it_number", "_symmetry_int_tables_number"};
    private static final String CODE = "_space_group_it_coordinate_system_code";

    /** What a block says, and where. */
    private record Said(CifColumn column, String text) {
        static Said of(CifBlock block, String[] keys) throws BadStructureException {
            for (String key : keys) {
                String text = block.text(key);
                if (text != null && !text.isBlank()) {
                    return new Said(block.find(key), text.strip());
                }
            }
            return null;
        }

        BadStructureException problem(String reason) {
            return new BadStructureException(column.line(), column.tag() + ": " + Shown.quoted(text) + " " + reason);
        }
    }

    private NamedSymmetry() {}

    /** One setting, or the two that differ in their origin alone; P1 if nothing is named. */
    static List<SpaceGroupSetting> of(CifBlock block, Lattice lattice) throws BadStructureException {
        Said hall = Said.of(block, HALL);
        Said name = Said.of(block, NAME);
        Said number = Said.of(block, NUMBER);
        Said said = name != null ? name : hall != null ? hall : number;
        if (said == null) {
            return List.of(SpaceGroups.all().get(0));
        }
        List<SpaceGroupSetting> found = hall == null ? List.of() : SpaceGroups.hall(hall.text());
        if (found.isEmpty() && name != null) {
            found = named(name, block.text(CODE));
        }
        if (found.isEmpty() && said == number) {
            found = number.text().matches("[0-9]{1,3}")
                    ? SpaceGroups.numbered(Integer.parseInt(number.text()))
                    : List.of();
        }
        if (found.isEmpty()) {
            throw said.problem("comes without symmetry operations and names no setting of a space group that is known;"
                    + " add _space_group_symop_operation_xyz");
        }
        if (number != null) {
            found = numbered(found, number);
        }
        List<SpaceGroupSetting> fitting =
                found.stream().filter(setting -> setting.fits(lattice)).toList();
        if (fitting.isEmpty()) {
            throw said.problem("is a symmetry that the cell has not, in any setting of that name; mend one of them");
        }
        return sameAxes(fitting);
    }

    private static List<SpaceGroupSetting> named(Said name, String code) throws BadStructureException {
        SpaceGroupName wanted = SpaceGroupName.parse(name.text(), code);
        List<SpaceGroupSetting> found = SpaceGroups.named(wanted.symbol());
        List<SpaceGroupSetting> allowed = found.stream().filter(wanted::allows).toList();
        if (allowed.isEmpty() && !found.isEmpty()) {
            throw name.problem("asks for a choice that the group has not; known are "
                    + String.join(
                            ", ", found.stream().map(SpaceGroupSetting::title).toList()));
        }
        return allowed;
    }

    private static List<SpaceGroupSetting> numbered(List<SpaceGroupSetting> found, Said number)
            throws BadStructureException {
        List<SpaceGroupSetting> same = found.stream()
                .filter(setting -> number.text().equals(String.valueOf(setting.number())))
                .toList();
        if (same.isEmpty()) {
            SpaceGroupSetting other = found.get(0);
            throw number.problem("is not the number of " + other.title() + ", which has " + other.number()
                    + "; correct one of them");
        }
        return same;
    }

    /** The first setting, which is the standard one, and those that differ from it in their origin alone. */
    private static List<SpaceGroupSetting> sameAxes(List<SpaceGroupSetting> settings) {
        SpaceGroupSetting first = settings.get(0);
        return settings.stream()
                .filter(other -> other == first
                        || other.number() == first.number()
                                && other.axes().equals(first.axes())
                                && other.origin() != first.origin())
                .toList();
    }
}
