package org.dssl.testkit;

import java.util.List;
import java.util.Map;
import org.dssl.app.plugins.PretextTasks;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.random.RandomStream;
import org.dssl.ports.spi.PretextTaskProvider;
import org.junit.jupiter.api.Nested;

/** Every built-in task holds the contract, with each option that changes what it computes. */
class BuiltinTasksTest {

    private abstract static class Builtin extends PretextTaskContract {
        private final String id;
        private final Map<String, Object> settings;

        Builtin(String id, Map<String, Object> settings) {
            this.id = id;
            this.settings = settings;
        }

        @Override
        protected PretextTaskProvider provider() {
            return PretextTasks.discovered(PretextTasks.class.getClassLoader())
                    .find(id)
                    .orElseThrow();
        }

        @Override
        protected Map<String, Object> settings() {
            return settings;
        }
    }

    /** Crystals with energies and forces that mean nothing, but differ and turn as they should. */
    private abstract static class Labelled extends Builtin {
        Labelled(String id, Map<String, Object> settings) {
            super(id, settings);
        }

        @Override
        protected List<Crystal> crystals() {
            return super.crystals().stream().map(Labelled::labelled).toList();
        }

        private static Crystal labelled(Crystal crystal) {
            RandomStream random = RandomStream.of(crystal.atoms());
            double[] forces = new double[3 * crystal.atoms()];
            for (int i = 0; i < forces.length; i++) {
                forces[i] = random.nextDouble() - 0.5;
            }
            return crystal.withLabels(Map.of("energy", String.valueOf(-3 * crystal.atoms() + random.nextDouble())))
                    .withVectors(Map.of("forces", forces));
        }
    }

    @Nested
    class Mask extends Builtin {
        Mask() {
            super("mask", Map.of());
        }
    }

    @Nested
    class MaskOfSingleAtoms extends Builtin {
        MaskOfSingleAtoms() {
            super("mask", Map.of("unit", "atom", "count", "floor"));
        }
    }

    @Nested
    class Valence extends Builtin {
        Valence() {
            super("valence-electrons", Map.of("atoms", "all"));
        }
    }

    @Nested
    class Stiffness extends Builtin {
        Stiffness() {
            super("atomic-stiffness", Map.of());
        }
    }

    @Nested
    class StiffnessAsReleased extends Builtin {
        StiffnessAsReleased() {
            super("atomic-stiffness", Map.of("scale", "none", "unknown", "zero"));
        }
    }

    @Nested
    class ElementNumber extends Builtin {
        ElementNumber() {
            super("element-property", Map.of("property", "electronegativity"));
        }
    }

    @Nested
    class ElementClass extends Builtin {
        ElementClass() {
            super("element-property", Map.of("property", "block", "atoms", "all"));
        }
    }

    @Nested
    class Cosine extends Builtin {
        Cosine() {
            super("contrastive", Map.of("loss", "cosine", "projector", List.of()));
        }
    }

    @Nested
    class BarlowTwins extends Builtin {
        BarlowTwins() {
            super("contrastive", Map.of("augment", List.of("mask-atoms", "drop-edges")));
        }
    }

    @Nested
    class SimSiam extends Builtin {
        SimSiam() {
            super("contrastive", Map.of("loss", "simsiam"));
        }

        @Override
        protected boolean stopsGradients() {
            return true;
        }
    }

    @Nested
    class NtXent extends Builtin {
        NtXent() {
            super("contrastive", Map.of("loss", "nt-xent", "augment", List.of("perturb", "mask-atoms", "drop-edges")));
        }
    }

    @Nested
    class BondLength extends Builtin {
        BondLength() {
            super("bond-length", Map.of());
        }
    }

    @Nested
    class BondLengthOfMasked extends Builtin {
        BondLengthOfMasked() {
            super("bond-length", Map.of("view", "masked", "hidden", List.of()));
        }
    }

    @Nested
    class Denoise extends Builtin {
        Denoise() {
            super("denoise", Map.of());
        }
    }

    @Nested
    class Energy extends Labelled {
        Energy() {
            super("energy", Map.of());
        }
    }

    @Nested
    class ForcesAsGradient extends Labelled {
        ForcesAsGradient() {
            super("forces", Map.of("energy-weight", 0.3));
        }
    }

    @Nested
    class ForcesAlongBonds extends Labelled {
        ForcesAlongBonds() {
            super("forces", Map.of("method", "pairwise"));
        }
    }

    @Nested
    class CrystalSystemContrast extends Builtin {
        CrystalSystemContrast() {
            super("crystal-system", Map.of());
        }
    }

    @Nested
    class CrystalSystemClasses extends Builtin {
        CrystalSystemClasses() {
            super("crystal-system", Map.of("loss", "classify"));
        }
    }

    @Nested
    class PowderXrd extends Builtin {
        PowderXrd() {
            super("powder-xrd", Map.of("bins", 32L));
        }
    }

    @Nested
    class PowderXrdContrast extends Builtin {
        PowderXrdContrast() {
            super("powder-xrd", Map.of("bins", 32L, "mode", "contrast"));
        }
    }
}
