package org.dssl.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the JAR. */
final class Version implements IVersionProvider {

    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"dssl " + number() + " (Java " + System.getProperty("java.version") + ")"};
    }
}
