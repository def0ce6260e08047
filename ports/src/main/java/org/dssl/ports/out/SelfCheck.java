package org.dssl.ports.out;

import java.util.List;

/** Looks at a part of this machine that runs depend on. What is wrong is a finding, not an exception. */
public interface SelfCheck {
    List<Finding> findings();
}
