package org.dssl.app.plugins;

/**
 * Where the pretext tasks of a configuration come from: searched for, as by {@link PluginDiscovery}, or just given, as
 * {@link PretextTasks} are.
 */
public interface TaskSource {

    /** @throws org.dssl.domain.problem.InvalidInputException with every plugin that cannot be used */
    PretextTasks tasks(PluginSettings settings);
}
