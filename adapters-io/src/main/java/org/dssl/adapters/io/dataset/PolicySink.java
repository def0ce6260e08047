package org.dssl.adapters.io.dataset;

import java.util.ArrayList;
import java.util.List;
import org.dssl.domain.crystal.Crystal;
import org.dssl.domain.crystal.CrystalException;
import org.dssl.domain.problem.InvalidInputException;
import org.dssl.domain.problem.Problem;
import org.dssl.ports.out.ImperfectStructure;
import org.dssl.ports.out.ImperfectStructure.Imperfection;
import org.dssl.ports.out.ReadPolicy;
import org.dssl.ports.out.StructureProblem;
import org.dssl.ports.out.StructureSink;

/** Decides what becomes of imperfect structures: as each is met, but for those that stop the reading at its end. */
final class PolicySink implements StructureSink {
    private final ReadPolicy policy;
    private final StructureSink next;
    private final List<Problem> forbidden = new ArrayList<>();

    PolicySink(ReadPolicy policy, StructureSink next) {
        this.policy = policy;
        this.next = next;
    }

    @Override
    public void crystal(Crystal crystal, String place) {
        next.crystal(crystal, place);
    }

    @Override
    public void problem(StructureProblem problem) {
        next.problem(problem);
    }

    @Override
    public void imperfect(ImperfectStructure structure) {
        StructureProblem problem = structure.problem();
        if (policy.forbids(structure)) {
            forbidden.add(new Problem(problem.place(), problem.reason() + ". disorder: skip goes on without it"));
            return;
        }
        if (!policy.accepts(structure)) {
            next.problem(
                    new StructureProblem(problem.structure(), problem.place(), problem.reason() + remedy(structure)));
            return;
        }
        Crystal crystal;
        try {
            crystal = structure.mended().get();
        } catch (CrystalException e) {
            next.problem(new StructureProblem(
                    problem.structure(), problem.place(), problem.reason() + "; " + e.getMessage()));
            return;
        }
        next.crystal(crystal, structure.place());
    }

    private String remedy(ImperfectStructure structure) {
        boolean disordered = structure.imperfections().contains(Imperfection.DISORDER)
                && policy.disorder() != ReadPolicy.Disorder.MAJORITY;
        return disordered
                ? " (disorder: majority takes the likeliest atoms)"
                : " (missing-hydrogen: keep uses the atoms that are there)";
    }

    /** @throws InvalidInputException with all structures that the policy forbids */
    void end() {
        if (!forbidden.isEmpty()) {
            throw new InvalidInputException(forbidden);
        }
    }
}
