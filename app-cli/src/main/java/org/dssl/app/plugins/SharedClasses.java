package org.dssl.app.plugins;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * The parent of every plugin's class loader. It shows the JDK, and of dssl the packages that plugins are written against;
 * dssl's own libraries stay out of sight, so that a plugin may bring other versions of them. It shows no resources: through
 * those of dssl every built-in task would appear again in each JAR.
 */
final class SharedClasses extends ClassLoader {
    private static final List<String> PACKAGES = List.of("org.dssl.ports.", "org.dssl.domain.");

    private final ClassLoader dssl;

    SharedClasses(ClassLoader dssl) {
        super("dssl-ports-and-domain", ClassLoader.getPlatformClassLoader());
        this.dssl = dssl;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (PACKAGES.stream().anyMatch(name::startsWith)) {
            return dssl.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    public URL getResource(String name) {
        return null;
    }

    @Override
    public Enumeration<URL> getResources(String name) {
        return Collections.emptyEnumeration();
    }
}
