package org.dssl.app.doctor;

import java.util.ArrayList;
import java.util.List;
import org.dssl.ports.out.Finding;
import org.dssl.ports.out.SelfCheck;

/** All checks in turn; one that fails itself does not keep the others from theirs. */
public final class Doctor implements SelfCheck {
    private final List<SelfCheck> checks;

    public Doctor(List<SelfCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (SelfCheck check : checks) {
            try {
                findings.addAll(check.findings());
            } catch (RuntimeException | LinkageError e) {
                findings.add(Finding.problem(
                        check.getClass().getSimpleName(),
                        "could not look: " + e,
                        "This is a fault of dssl; please report it."));
            }
        }
        return findings;
    }
}
