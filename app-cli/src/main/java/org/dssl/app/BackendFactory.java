package org.dssl.app;

import org.dssl.app.config.RunConfig.ComputeConfig;
import org.dssl.ports.out.ModelBackend;

/** Opens the backend that a configuration names. */
public interface BackendFactory {
    ModelBackend open(ComputeConfig compute);
}
