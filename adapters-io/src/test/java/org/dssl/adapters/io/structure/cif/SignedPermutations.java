package org.dssl.adapters.io.structure.cif;

/** The 48 operations of Pm-3m, by their definition. */
final class SignedPermutations {
    private SignedPermutations() {}

    /** One operation a line. */
    static String all() {
        StringBuilder text = new StringBuilder();
        for (String order : new String[] {"xyz", "xzy", "yxz", "yzx", "zxy", "zyx"}) {
            for (int signs = 0; signs < 8; signs++) {
                for (int i = 0; i < 3; i++) {
                    text.append(i == 0 ? "" : ",")
                            .append((signs >> i & 1) == 1 ? "-" : "")
                            .append(order.charAt(i));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }
}
